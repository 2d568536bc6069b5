import { Button, Group, MultiSelect, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback, useDisclosure } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useCountries, useServices } from "../../../data/use-catalog.ts";
import { t } from "../../../texts/t.ts";
import { queryOf, type Filters } from "./filters.ts";

interface Props {
  value: Filters;
  onChange: (filters: Filters) => void;
}

const statuses = Object.entries(t.status).map(([value, label]) => ({ value, label }));

export function OrderFilters({ value, onChange }: Props) {
  const countries = useCountries().data ?? [];
  const services = useServices(value.country ?? "US").data ?? [];
  const [search, setSearch] = useState(value.search);
  const [isOpen, { toggle }] = useDisclosure();
  const searchLater = useDebouncedCallback((text: string) => onChange({ ...value, search: text }), 250);
  useEffect(() => setSearch(value.search), [value.search]);
  const set = (part: Partial<Filters>): void => onChange({ ...value, ...part });

  const count = Object.keys(queryOf({ ...value, search: "" })).length;

  return (
    <Group align="flex-end" gap="xs">
      <TextInput
        label={t.common.search}
        placeholder={t.orders.search}
        inputMode="numeric"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search}
        onChange={({ currentTarget: { value: text } }) => {
          setSearch(text);
          searchLater(text);
        }}
        flex={{ base: 1, sm: "0 0 185px" }}
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
          placeholder={value.status.length === 0 ? t.common.all : ""}
          data={statuses}
          value={value.status}
          onChange={(status) => set({ status })}
          clearable
          w={{ base: "100%", sm: 185 }}
        />
        <Select
          label={t.orders.country}
          placeholder={t.common.all}
          searchable
          clearable
          data={countries.map(({ country, name }) => ({ value: country, label: name }))}
          value={value.country}
          onChange={(country) => set({ country })}
          w={{ base: "48%", sm: 140 }}
        />
        <Select
          label={t.orders.service}
          placeholder={t.common.all}
          searchable
          clearable
          limit={50}
          data={services.map(({ service_id: slug, service_name: name }) => ({ value: slug, label: name }))}
          value={value.service === "" ? null : value.service}
          onChange={(service) => set({ service: service ?? "" })}
          w={{ base: "48%", sm: 140 }}
        />
        <TextInput
          type="date"
          label={t.orders.from}
          value={value.from}
          max={value.to || undefined}
          onChange={(event) => set({ from: event.currentTarget.value })}
          w={{ base: "48%", sm: 138 }}
        />
        <TextInput
          type="date"
          label={t.orders.to}
          value={value.to}
          min={value.from || undefined}
          onChange={(event) => set({ to: event.currentTarget.value })}
          w={{ base: "48%", sm: 138 }}
        />
      </Group>
    </Group>
  );
}
