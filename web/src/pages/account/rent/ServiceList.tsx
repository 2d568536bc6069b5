import { CloseButton, Skeleton, Stack, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, type KeyboardEvent } from "react";
import { favouriteServices } from "../../../state/preferences.ts";
import { useStore } from "../../../state/store.ts";
import { t } from "../../../texts/t.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { ServiceRow } from "./ServiceRow.tsx";
import type { ServiceSearch } from "./use-listed-services.ts";
import "./ServiceList.css";

interface Props {
  found: ServiceSearch;
  search: string;
  onSearch: (search: string) => void;
  value: string | null;
  onChange: (service: string) => void;
}

/** Every service of the country; arrow keys go from the search into the list. */
export function ServiceList({ found, search, onSearch, value, onChange }: Props) {
  const { rows, isEmpty, services } = found;
  const favourites = useStore(favouriteServices);
  const scroller = useRef<HTMLUListElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 44,
    overscan: 8,
  });

  function onSearchKey(event: KeyboardEvent): void {
    if (event.key === "ArrowDown") {
      event.preventDefault();
      scroller.current?.querySelector<HTMLElement>("button")?.focus();
    }
    const first = rows[0];
    if (event.key === "Enter" && first && !isEmpty) onChange(first.slug);
  }

  return (
    <Stack gap="xs">
      <TextInput
        label={t.rent.service}
        placeholder={t.rent.searchService}
        type="text"
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          search && <CloseButton size="sm" aria-label={t.orders.clear} onClick={() => onSearch("")} />
        }
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={onSearchKey}
      />
      {services.isError && <Failed error={services.error} onRetry={() => void services.refetch()} />}
      {services.isPending && <Skeleton height={264} role="status" aria-label={t.common.loading} />}
      {services.data && (
        <ul className="service-list" ref={scroller} aria-label={t.rent.service}>
          {rows.length > 0 && <li style={{ height: virtual.getTotalSize() }} aria-hidden />}
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <ServiceRow
                key={row.slug}
                row={row}
                top={start}
                isChosen={row.slug === value}
                isFavourite={favourites.includes(row.slug)}
                isReachable={
                  value === null || !rows.some(({ slug }) => slug === value)
                    ? index === 0
                    : row.slug === value
                }
                onChoose={() => onChange(row.slug)}
              />
            );
          })}
          {isEmpty && (
            <li>
              <Empty text={rows.length > 0 ? t.rent.noServicesButAny : t.rent.noServices} />
            </li>
          )}
        </ul>
      )}
    </Stack>
  );
}
