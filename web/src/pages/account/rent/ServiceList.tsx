import { CloseButton, Skeleton, Stack, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, useState, type KeyboardEvent } from "react";
import { useServices } from "../../../data/use-catalog.ts";
import { t } from "../../../texts/t.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { ServiceRow } from "./ServiceRow.tsx";
import { useListedServices } from "./use-listed-services.ts";
import "./ServiceList.css";

interface Props {
  country: string | null;
  value: string | null;
  onChange: (service: string) => void;
}

/** Every service of the country; arrow keys go from the search into the list. */
export function ServiceList({ country, value, onChange }: Props) {
  const services = useServices(country);
  const [search, setSearch] = useState("");
  const { listed, favourites } = useListedServices(services.data ?? [], search);
  const scroller = useRef<HTMLUListElement>(null);
  const virtual = useVirtualizer({
    count: listed.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44,
    overscan: 8,
  });

  function onSearchKey(event: KeyboardEvent): void {
    if (event.key === "ArrowDown") {
      event.preventDefault();
      scroller.current?.querySelector<HTMLElement>("button")?.focus();
    }
    const first = listed[0];
    if (event.key === "Enter" && first) onChange(first.service_id);
  }

  return (
    <Stack gap="xs">
      <TextInput
        label={t.rent.service}
        placeholder={t.rent.searchService}
        type="text"
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          search && <CloseButton size="sm" aria-label={t.orders.clear} onClick={() => setSearch("")} />
        }
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={onSearchKey}
      />
      {services.isError && <Failed error={services.error} onRetry={() => void services.refetch()} />}
      {services.isPending && <Skeleton height={264} role="status" aria-label={t.common.loading} />}
      {services.data && (
        <ul className="service-list" ref={scroller} aria-label={t.rent.service}>
          {listed.length === 0 && (
            <li>
              <Empty text={t.rent.noServices} />
            </li>
          )}
          {listed.length > 0 && <li style={{ height: virtual.getTotalSize() }} aria-hidden />}
          {virtual.getVirtualItems().map(({ index, start }) => {
            const service = listed[index];
            if (!service) return null;
            return (
              <ServiceRow
                key={service.service_id}
                service={service}
                top={start}
                isChosen={service.service_id === value}
                isFavourite={favourites.includes(service.service_id)}
                isReachable={
                  value === null || !listed.some(({ service_id: slug }) => slug === value)
                    ? index === 0
                    : service.service_id === value
                }
                onChoose={() => onChange(service.service_id)}
              />
            );
          })}
        </ul>
      )}
    </Stack>
  );
}
