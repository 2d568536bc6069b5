import { Group, Select, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { PublicPrices } from "#answers/public.ts";
import { PublicFrame } from "../../../parts/PublicFrame.tsx";
import { useFilters } from "../../../state/search.ts";
import { prices as texts } from "../../../texts/public.ts";
import { inOurLanguage } from "../../../ui/in-our-language.ts";
import { t } from "../../../texts/t.ts";
import { DataTable } from "../../../ui/DataTable.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Flag } from "../../../ui/Flag.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { priceColumns } from "./columns.tsx";

const defaultCountry = "US";
/** As the server judges: success rates of fewer orders say nothing. */
const fewestOrders = 20;

/** What everybody may know before signing in: services, prices and success rates, by country. */
export function PricesPage() {
  useDocumentTitle(`${texts.title} · ${t.common.product}`);
  const [{ country = defaultCountry, q = "" }, change] = useFilters("country", "q");
  const query = useQuery({
    queryKey: ["public-prices", country],
    queryFn: () => own<PublicPrices>("prices", { query: { country } }),
    staleTime: 60_000,
    placeholderData: (earlier) => earlier,
  });
  return (
    <PublicFrame here="/prices" size="md">
      <Stack>
        <div>
          <Title order={1}>{texts.title}</Title>
          <Text c="dimmed">{texts.lead}</Text>
        </div>
        <Loaded query={query}>
          {({ shown, currency, countries, services }) =>
            shown ? (
              <>
                <Group align="flex-end">
                  <Select
                    label={texts.country}
                    searchable
                    allowDeselect={false}
                    leftSection={<Flag country={country} />}
                    data={inOurLanguage(countries).map(({ country: value, name }) => ({
                      value,
                      label: name,
                    }))}
                    value={country}
                    onChange={(value) => change({ country: value })}
                  />
                  <SearchField hint={texts.searchHint} value={q} onSearch={(text) => change({ q: text })} />
                </Group>
                <DataTable
                  label={texts.title}
                  columns={priceColumns(country, currency)}
                  rows={services.filter((one) => one.name.toLowerCase().includes(q.trim().toLowerCase()))}
                  rowKey={({ service }) => service}
                />
                {services.length === 0 && <Empty text={texts.none} />}
                <Text c="dimmed" size="sm">
                  {texts.successHint(fewestOrders)}
                </Text>
              </>
            ) : (
              <Empty text={texts.hidden} />
            )
          }
        </Loaded>
      </Stack>
    </PublicFrame>
  );
}
