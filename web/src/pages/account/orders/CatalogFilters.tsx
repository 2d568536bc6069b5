import { useCountries, useServices } from "../../../data/use-catalog.ts";
import type { Search } from "../../../state/search.ts";
import { t } from "../../../texts/t.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { SortChoice } from "../../../ui/SortChoice.tsx";

type Filter = "country" | "service" | "sort";

interface Props {
  filter: Search<Filter>;
  onChange: (change: { [key in Filter]?: string | null }) => void;
}

export function CatalogFilters({ filter: { country, service, sort }, onChange }: Props) {
  const countries = useCountries().data ?? [];
  const services = useServices(country ?? "US").data ?? [];
  return (
    <>
      <Choice
        label={t.orders.country}
        searchable
        data={countries.map(({ country: value, name: label }) => ({ value, label }))}
        value={country}
        onChange={(chosen) => onChange({ country: chosen })}
        width={140}
      />
      <Choice
        label={t.orders.service}
        searchable
        data={services.map(({ service_id: value, service_name: label }) => ({ value, label }))}
        value={service}
        onChange={(chosen) => onChange({ service: chosen })}
        width={140}
      />
      <SortChoice value={sort} onChange={(chosen) => onChange({ sort: chosen })} />
    </>
  );
}
