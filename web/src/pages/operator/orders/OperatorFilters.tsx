import { useAllServices } from "../../../data/use-all-services.ts";
import { useCustomerName } from "../../../data/use-customer-name.ts";
import { useStockPools } from "../../../data/use-stock-pools.ts";
import type { operatorOrderFilters } from "../../../parts/orders/filters.ts";
import type { Search } from "../../../state/search.ts";
import { operator as operatorTexts } from "../../../texts/operator.ts";
import { t } from "../../../texts/t.ts";
import { Chips } from "../../../ui/Chips.tsx";
import { Choice } from "../../../ui/Choice.tsx";
import { SortChoice } from "../../../ui/SortChoice.tsx";
import { clockTime, regionName } from "../../../ui/format.ts";

type Filter = (typeof operatorOrderFilters)[number];

interface Props {
  filter: Search<Filter>;
  onChange: (change: { [key in Filter]?: string | null }) => void;
}

export function OperatorFilters({ filter, onChange }: Props) {
  const pools = useStockPools().data ?? [];
  const services = useAllServices();
  return (
    <>
      <Choice
        label={t.orders.pool}
        searchable
        data={pools.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={filter.pool}
        onChange={(pool) => onChange({ pool })}
      />
      <Choice
        label={t.orders.service}
        searchable
        data={services.map(({ slug, name }) => ({ value: slug, label: name }))}
        value={filter.service}
        onChange={(service) => onChange({ service })}
      />
      <SortChoice value={filter.sort} onChange={(sort) => onChange({ sort })} />
    </>
  );
}

/** Filters without a field: set by links from other pages. */
export function OperatorChips({ filter, onChange }: Props) {
  const customer = useCustomerName(filter.account);
  const nameOf = {
    country: regionName,
    supplier: (supplier: string) => operatorTexts.suppliers[supplier] ?? supplier,
    account: () => customer,
  };
  const chips = (["country", "supplier", "account"] as const).flatMap((name) => {
    const value = filter[name];
    return value === undefined
      ? []
      : [{ name: name as string, text: `${operatorTexts.filters[name]} ${nameOf[name](value)}` }];
  });
  const { from = "", to = "" } = filter;
  if (from !== "" && from.slice(0, 10) === to.slice(0, 10))
    chips.push({ name: "hour", text: `${clockTime(from)}–${clockTime(to)}` });
  return (
    <Chips
      chips={chips}
      onRemove={(name) => onChange(name === "hour" ? { from: null, to: null } : { [name]: null })}
    />
  );
}
