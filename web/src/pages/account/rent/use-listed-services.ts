import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { CatalogService } from "#answers/catalog.ts";
import type { ListedService } from "#api-answers/catalogue.ts";
import { own } from "../../../api/client.ts";
import { useServices } from "../../../data/use-catalog.ts";
import { useMode } from "../../../state/mode.ts";
import { favouriteServices, recentServices } from "../../../state/preferences.ts";
import { useStore } from "../../../state/store.ts";
import { searchServices } from "../../../search/search-services.ts";

/** The most popular services, until there are favourites. */
const popular = [
  "whatsapp",
  "telegram",
  "google",
  "facebook",
  "instagram",
  "tiktok",
  "twitter",
  "discord",
  "openai",
  "amazon",
];

/** The slug of the service for the codes of any service that is not in the catalogue. */
const anyService = "other";

/** A row of the list: a service that can be rented here, or one that is restricted. */
export type Row = { slug: string; name: string; offer: ListedService | null };

export interface ServiceSearch {
  rows: Row[];
  /** Nothing fits the search; the only row is "any other". */
  isEmpty: boolean;
  services: ReturnType<typeof useServices>;
}

/** The services of a country that fit the search; without one favourites, recently used and popular ones come first. */
export function useListedServices(country: string | null, search: string): ServiceSearch {
  const services = useServices(country);
  const favourites = useStore(favouriteServices);
  const recent = useStore(recentServices);
  const isSearch = search.trim() !== "";
  const catalog = useCatalog(isSearch);
  const offered = services.data;
  const found = useMemo(() => {
    const offers = new Map(offered?.map((offer) => [offer.service_id, offer]));
    if (!isSearch) return (offered ?? []).map(rowOf);
    const listed = (catalog.data ?? []).filter(({ slug, restricted }) => restricted || offers.has(slug));
    // Until the other names have come, or if they cannot: the names of what is offered.
    const all = catalog.data
      ? listed
      : (offered ?? []).map((offer) => ({ ...rowOf(offer), aliases: [], restricted: false }));
    return searchServices(all, search).map(({ slug, name }): Row => ({
      slug,
      name,
      offer: offers.get(slug) ?? null,
    }));
  }, [offered, catalog.data, isSearch, search]);

  const isEmpty = offered !== undefined && !catalog.isLoading && isSearch && found.length === 0;
  const any = offered?.find((offer) => offer.service_id === anyService);
  const rank = ({ slug, offer }: Row): number => {
    if (favourites.includes(slug)) return 0;
    if (recent.includes(slug)) return 1;
    if (popular.includes(slug)) return 2 + popular.indexOf(slug) / popular.length;
    return (offer?.count ?? 0) > 0 ? 3 : 4;
  };
  const rows = isSearch ? found : found.toSorted((left, right) => rank(left) - rank(right));
  return { rows: isEmpty && any ? [rowOf(any)] : rows, isEmpty, services };
}

const rowOf = (offer: ListedService): Row => ({ slug: offer.service_id, name: offer.service_name, offer });

/** Every service with its other names; fetched with the first search. */
function useCatalog(enabled: boolean) {
  const mode = useMode();
  return useQuery({
    queryKey: ["catalog", mode],
    queryFn: () => own<CatalogService[]>("catalog", { mode }),
    staleTime: 60_000,
    enabled,
  });
}

export function toggleFavourite(slug: string): void {
  const now = favouriteServices.get();
  favouriteServices.set(now.includes(slug) ? now.filter((one) => one !== slug) : [slug, ...now]);
}
