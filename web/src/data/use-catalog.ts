import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { documented } from "../api/client.ts";
import type { Country, ListedPool, ListedService } from "#api-answers/catalogue.ts";
import { useMode } from "../state/mode.ts";
import { inOurLanguage } from "../ui/in-our-language.ts";

export function useCountries(enabled = true) {
  const mode = useMode();
  return useQuery({
    queryKey: ["countries", mode],
    queryFn: () => documented<Country[]>("countries", { mode }),
    staleTime: 300_000,
    select: inOurLanguage,
    enabled,
  });
}

export function useServices(country: string | null) {
  const mode = useMode();
  return useQuery({
    queryKey: ["services", mode, country],
    queryFn: () => documented<ListedService[]>("services", { mode, query: { country: country ?? "" } }),
    enabled: country !== null,
    staleTime: 60_000,
  });
}

/** Names of services by slug; the slug itself while the name is not known. */
export function useServiceNames(enabled = true): (slug: string) => string {
  const { data } = useServices(enabled ? "US" : null);
  const names = useMemo(
    () => new Map(data?.map(({ service_id: slug, service_name: name }) => [slug, name])),
    [data],
  );
  return (slug) => names.get(slug) ?? slug;
}

export function usePools(country: string | null, service: string | null) {
  const mode = useMode();
  return useQuery({
    queryKey: ["pools", mode, country, service],
    queryFn: () =>
      documented<ListedPool[]>("services", { mode, query: { country: country ?? "", service: service ?? "" } }),
    enabled: country !== null && service !== null,
    refetchInterval: 30_000,
  });
}
