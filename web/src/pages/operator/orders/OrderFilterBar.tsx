import { Group } from "@mantine/core";
import type { Search } from "../../../state/search.ts";
import { useStockPools } from "../../../data/use-stock-pools.ts";
import { t } from "../../../texts/t.ts";
import { Chips } from "../../../ui/Chips.tsx";
import { Choice } from "../../../ui/Choice.tsx";
import { DayField } from "../../../ui/DayField.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { clockTime } from "../../../ui/format.ts";
import { modeChoices, statusChoices, type orderFilters } from "./filters.ts";

type Filter = (typeof orderFilters)[number];

interface Props {
  filter: Search<Filter>;
  onChange: (change: { [key in Filter]?: string | null }) => void;
}

export function OrderFilterBar({ filter, onChange }: Props) {
  const pools = useStockPools().data ?? [];
  const chips = (["service", "country", "supplier", "account"] as const).flatMap((name) => {
    const value = filter[name];
    return value === undefined ? [] : [{ name, text: `${t.operator.filters[name]} ${value}` }];
  });
  const isHour = filter.to !== undefined && filter.from?.slice(0, 10) === filter.to.slice(0, 10);
  return (
    <>
      <Group align="flex-end" gap="xs">
        <SearchField
          hint={t.operator.ordersSearch}
          value={filter.q ?? ""}
          onSearch={(q) => onChange({ q: q.replace(/\D/g, "") })}
        />
        <Choice
          label={t.orders.status}
          data={statusChoices}
          value={filter.status}
          onChange={(status) => onChange({ status })}
        />
        <Choice
          label={t.orders.pool}
          searchable
          data={pools.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={filter.pool}
          onChange={(pool) => onChange({ pool })}
        />
        <Choice
          label={t.operator.mode}
          data={modeChoices}
          value={filter.mode}
          onChange={(mode) => onChange({ mode })}
          width={120}
        />
        <DayField label={t.orders.from} value={filter.from} onChange={(from) => onChange({ from })} />
        <DayField label={t.orders.to} value={filter.to} onChange={(to) => onChange({ to })} />
      </Group>
      <Chips
        chips={[
          ...chips,
          ...(isHour
            ? [{ name: "hour", text: `${clockTime(filter.from ?? "")}–${clockTime(filter.to ?? "")}` }]
            : []),
        ]}
        onRemove={(name) => onChange(name === "hour" ? { from: null, to: null } : { [name]: null })}
      />
    </>
  );
}
