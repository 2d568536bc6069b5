import { Button, Group, Select, Stack } from "@mantine/core";
import { plain } from "../../../search/search-services.ts";
import { recentCountries } from "../../../state/preferences.ts";
import { useStore } from "../../../state/store.ts";
import { useCountries } from "../../../data/use-catalog.ts";
import { t } from "../../../texts/t.ts";
import { Failed } from "../../../ui/Failed.tsx";
import { Flag } from "../../../ui/Flag.tsx";

interface Props {
  value: string | null;
  onChange: (country: string) => void;
}

/** Search by name or code; recently used countries are listed below. */
export function CountryField({ value, onChange }: Props) {
  const countries = useCountries();
  const recent = useStore(recentCountries);
  const known = new Map(countries.data?.map((country) => [country.country, country.name]));
  const quick = [...new Set([...recent, "US", "GB", "NG"])].filter((code) => known.has(code)).slice(0, 5);
  if (countries.isError && !countries.data)
    return <Failed error={countries.error} onRetry={() => void countries.refetch()} />;

  return (
    <Stack gap="xs">
      <Select
        label={t.rent.country}
        placeholder={t.rent.searchCountry}
        searchable
        selectFirstOptionOnChange
        allowDeselect={false}
        nothingFoundMessage={t.rent.noCountries}
        maxDropdownHeight={320}
        value={value !== null && known.has(value) ? value : null}
        onChange={(code) => code && onChange(code)}
        data={countries.data?.map(({ country, name }) => ({ value: country, label: name })) ?? []}
        filter={({ options, search }) =>
          options.filter((option) => "value" in option && matches(option.value, option.label, search))
        }
        leftSection={value && <Flag country={value} />}
        renderOption={({ option }) => (
          <Group gap="xs" wrap="nowrap">
            <Flag country={option.value} />
            {option.label}
          </Group>
        )}
      />
      <Group gap={6} role="group" aria-label={t.rent.recent}>
        {quick.map((code) => (
          <Button
            key={code}
            size="compact-sm"
            variant={code === value ? "light" : "default"}
            aria-pressed={code === value}
            title={known.get(code)}
            leftSection={<Flag country={code} size={16} />}
            onClick={() => onChange(code)}
          >
            {code}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

function matches(code: string, name: string, search: string): boolean {
  const wanted = plain(search.trim());
  return plain(name).includes(wanted) || code.toLowerCase() === wanted;
}
