import { wholeNumber, type CataloguedService } from "../catalog/catalog.ts";

/** What text and sender say about the service, the most certain first. */
export interface Recognized {
  slug: string;
  confidence: number;
  /** Whether it is a brand that we know, in the catalogue or not. */
  known: boolean;
}

/** A service that a message names; `familyId` is null if the catalogue has no service by that name. */
export interface NamedService extends Omit<CataloguedService, "familyId"> {
  familyId: number | null;
}

/** What a message tells about its recipient. */
export interface Subject {
  /** The services that it names with confidence. */
  named: NamedService[];
  /**
   * The families for which it could open an account; `wholeNumber` for one outside the catalogue, and so for every
   * message that names nobody. If it names nothing with confidence, weaker hints count as well.
   */
  families: number[];
}

/** From this confidence on, the service that a message names decides; below, the rented service does. */
const confident = 0.6;

/** @param services those of the catalogue among the recognized, by slug */
export function subjectOf(
  recognized: Recognized[],
  services: ReadonlyMap<string, CataloguedService>,
): Subject {
  const named = recognized.filter(({ known, confidence }) => known && confidence >= confident);
  const [surest] = recognized;
  const isUnknownBrand = surest !== undefined && !surest.known && surest.confidence >= confident;
  const hints = named.length > 0 ? named : recognized.filter(({ known }) => known);
  const families = hints.map(({ slug }) => services.get(slug)?.familyId ?? wholeNumber);
  if (named.length === 0 || isUnknownBrand) families.push(wholeNumber);
  return {
    named: named.map(({ slug }) => services.get(slug) ?? uncatalogued(slug)),
    families: [...new Set(families)],
  };
}

const uncatalogued = (slug: string): NamedService => ({
  slug,
  familyId: null,
  signsIn: false,
  restricted: false,
  limited: { everywhere: false },
});
