import type { ListedService } from "#api-answers/catalogue.ts";
import { favouriteServices, recentServices } from "../../../state/preferences.ts";
import { useStore } from "../../../state/store.ts";

/** The most popular services, until there are favourites. */
const popular = [
  "whatsapp",
  "telegram",
  "google",
  "facebook",
  "instagram",
  "tiktok",
  "x",
  "discord",
  "openai",
  "amazon",
];

/** Services that match the search: favourites, recently used, popular, in stock, the rest. */
export function useListedServices(services: ListedService[], search: string) {
  const favourites = useStore(favouriteServices);
  const recent = useStore(recentServices);
  const wanted = search.trim().toLowerCase();
  const rank = ({ service_id: slug, service_name: name, count }: ListedService): number => {
    if (favourites.includes(slug)) return 0;
    if (recent.includes(slug)) return 1;
    if (wanted !== "" && name.toLowerCase().startsWith(wanted)) return 2;
    if (wanted === "" && popular.includes(slug)) return 3 + popular.indexOf(slug) / popular.length;
    return count > 0 ? 4 : 5;
  };
  const fitting =
    wanted === ""
      ? services
      : services.filter(
          ({ service_id: slug, service_name: name }) =>
            name.toLowerCase().includes(wanted) || slug.includes(wanted),
        );
  const listed = fitting
    .map((service) => ({ service, rank: rank(service) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ service }) => service);
  return { listed, favourites, recent };
}

export function toggleFavourite(slug: string): void {
  const now = favouriteServices.get();
  favouriteServices.set(now.includes(slug) ? now.filter((one) => one !== slug) : [slug, ...now]);
}
