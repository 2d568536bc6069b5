import { Button, Group, MultiSelect } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import type { Search } from "../../state/search.ts";
import { t } from "../../texts/t.ts";
import { PeriodField } from "../../ui/PeriodField.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import type { orderFilters } from "./filters.ts";

type Filter = (typeof orderFilters)[number];

interface Props {
  filter: Search<Filter>;
  onChange: (change: { [key in Filter]?: string | null }) => void;
  statuses: { value: string; label: string }[];
  /** Further filters of this list. */
  children: ReactNode;
}

/** The filters of a list of orders. On a phone all but the search are behind a button. */
export function OrderFilterBar({ filter, onChange, statuses, children }: Props) {
  const [isOpen, { toggle }] = useDisclosure();
  const { q = "", status = "", ...others } = filter;
  const count = Object.keys(others).length + (status === "" ? 0 : 1);
  return (
    <Group align="flex-end" gap="xs">
      <SearchField
        hint={t.orders.search}
        value={q}
        onSearch={(text) => onChange({ q: text.replace(/\D/g, "").slice(0, 15) })}
      />
      <Button
        variant="default"
        hiddenFrom="sm"
        aria-expanded={isOpen}
        aria-controls="order-filters"
        onClick={toggle}
      >
        {t.orders.filters(count)}
      </Button>
      <Group
        id="order-filters"
        align="flex-end"
        gap="xs"
        w={{ base: "100%", sm: "auto" }}
        className={isOpen ? "" : "wide-only"}
      >
        <MultiSelect
          label={t.orders.status}
          placeholder={status === "" ? t.common.all : ""}
          data={statuses}
          value={status === "" ? [] : status.split(",")}
          onChange={(chosen) => onChange({ status: chosen.join(",") })}
          clearable
          w={{ base: "100%", sm: 185 }}
        />
        {children}
        <PeriodField value={filter} onChange={onChange} />
      </Group>
    </Group>
  );
}
