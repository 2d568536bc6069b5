import { editDistance } from "./edit-distance.ts";

export interface Named {
  slug: string;
  name: string;
  aliases: string[];
}

/** Services by how well they fit a search, the best first; typing errors are forgiven if nothing fits as it is. */
export function searchServices<T extends Named>(services: T[], search: string): T[] {
  const wanted = plain(search);
  if (wanted === "") return services;
  const fitting = ranked(services, (service) => fit(service, wanted));
  return fitting.length > 0 ? fitting : ranked(services, (service) => typingErrors(service, wanted));
}

/** 0 for the best; null for none. Short names, such as "x" and "wa", only fit whole. */
function fit(service: Named, wanted: string): number | null {
  const name = plain(service.name);
  const names = [name, plain(service.slug), ...service.aliases.map(plain)];
  if (names.includes(wanted)) return 0;
  if (name.startsWith(wanted)) return 1;
  if (names.some((one) => one.length > 3 && one.startsWith(wanted))) return 2;
  const words = service.name.split(/[^\p{L}\p{N}]+/u).map(plain);
  if (words.some((word) => word.startsWith(wanted))) return 3;
  return wanted.length > 2 && names.some((one) => one.includes(wanted)) ? 4 : null;
}

/** How many there are in the name, or in as much of it as was typed; null if too many for the same word. */
function typingErrors(service: Named, wanted: string): number | null {
  const most = wanted.length < 4 ? 0 : wanted.length < 7 ? 1 : 2;
  if (most === 0) return null;
  const names = [service.name, service.slug, ...service.aliases].map(plain);
  const distances = names
    .filter((name) => name.length > 3)
    .flatMap((name) => [name, ...[-1, 0, 1].map((more) => name.slice(0, wanted.length + more))])
    .map((name) => (Math.abs(name.length - wanted.length) > most ? Infinity : editDistance(name, wanted)));
  const least = Math.min(...distances);
  return least <= most ? least : null;
}

function ranked<T>(services: T[], rankOf: (service: T) => number | null): T[] {
  return services
    .flatMap((service) => {
      const rank = rankOf(service);
      return rank === null ? [] : [{ service, rank }];
    })
    .toSorted((left, right) => left.rank - right.rank)
    .map(({ service }) => service);
}

/** Without case, accents, blanks and punctuation: "What's App" is "whatsapp". */
export const plain = (text: string): string =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
