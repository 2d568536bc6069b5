import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { documented, own } from "../../api/client.ts";
import type { Customer } from "#answers/operator/customers.ts";
import type { Country } from "#api-answers/catalogue.ts";
import type { ListedOrder } from "#api-answers/orders.ts";
import { useCountries, useServices } from "../../data/use-catalog.ts";
import { plain } from "../../search/search-services.ts";
import { useMode } from "../../state/mode.ts";
import { recentCountries } from "../../state/preferences.ts";
import { useStore } from "../../state/store.ts";
import { countryWords, palette } from "../../texts/palette.ts";

const rent = palette.rent.toLowerCase();

/**
 * What "whatsapp us" could mean: a country among the words (else the last one), a service whose name begins with the
 * other words.
 */
export function useFoundOffers(query: string) {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "" && word !== rent);
  const { data: countries = [] } = useCountries(words.length > 0);
  const recent = useStore(recentCountries)[0];
  const named = countries.find((country) => words.some((word) => isCountry(country, word)));
  const country = named ?? countries.find(({ country: code }) => code === (recent ?? "US"));
  const rest = words.filter((word) => !named || !isCountry(named, word)).join(" ");
  const { data: services = [] } = useServices(rest.length > 1 ? (country?.country ?? null) : null);
  if (!country || rest.length < 2) return [];
  return services
    .filter(
      ({ service_name: name, service_id: slug }) =>
        name.toLowerCase().startsWith(rest) || slug.startsWith(rest),
    )
    .slice(0, 5)
    .map(({ service_id: service, service_name: serviceName }) => ({
      country: country.country,
      countryName: country.name,
      service,
      serviceName,
    }));
}

const isCountry = ({ country, name }: Country, word: string): boolean =>
  country === (countryWords[word] ?? word.toUpperCase()) || plain(name) === plain(word);

export function useFoundOrders(query: string): ListedOrder[] {
  const mode = useMode();
  const [digits] = useDebouncedValue(query.replace(/[\s+-]/g, ""), 200);
  const { data } = useQuery({
    queryKey: ["orders", mode, "palette", digits],
    queryFn: () => documented<ListedOrder[]>("orders", { mode, query: { q: digits, limit: 5 } }),
    enabled: /^\d{4,15}$/.test(digits),
  });
  return data ?? [];
}

export function useFoundCustomers(query: string): Customer[] {
  const [q] = useDebouncedValue(query.trim(), 200);
  const { data } = useQuery({
    queryKey: ["operator", "customers", "palette", q],
    queryFn: () => own<Customer[]>("operator/customers", { query: { q, limit: 5 } }),
    enabled: q.length > 1,
  });
  return data ?? [];
}
