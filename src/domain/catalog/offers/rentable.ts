import type { Refusal } from "../../../kit/errors.ts";
import type { CountryRule, Offer } from "../catalog.ts";
import type { Policy } from "../policies/policy.ts";
import {
  countryRestricted,
  serviceForbidden,
  serviceRestricted,
  unknownCountry,
  unknownService,
} from "../errors.ts";
import type { OfferRow } from "./queries.ts";

/** A service that may be rented in a country, and every offer of it. */
export interface Rentable {
  country: string;
  dialCode: string;
  service: { id: number; familyId: number; slug: string; name: string };
  offers: Offer[];
  /** Who may rent it; null: everybody. */
  policy: Policy | null;
}

/**
 * Whether the requested service may be rented: the one place that decides it, for rents and for lists (in SQL it is
 * `mayBeRented`). Returns `unknown_country`, `country_restricted`,
 * `unknown_service` or `service_restricted` if it may not.
 *
 * @param rows what `findOffers` found for it
 */
export function readRentable(
  rows: OfferRow[],
  asked: { country: string; service: string },
  { sanctioned }: CountryRule,
): Rentable | Refusal {
  const [first] = rows;
  if (!first?.countryCode) return unknownCountry(asked.country);
  if (sanctioned.includes(first.countryCode)) return countryRestricted(first.countryCode);
  const { serviceId: id, familyId, slug, serviceName: name } = first;
  if (id === null || familyId === null || slug === null || name === null)
    return unknownService(asked.service);
  if (first.restricted) return serviceRestricted(name);
  if (first.policy?.rule === "never") return serviceForbidden(name, first.countryCode);
  return {
    country: first.countryCode,
    dialCode: first.dialCode ?? "",
    service: { id, familyId, slug, name },
    policy: first.policy,
    offers: rows.filter((row) => row.poolId !== null).map(toOffer),
  };
}

const toOffer = (row: OfferRow): Offer => ({
  poolId: row.poolId as number,
  poolName: row.poolName as string,
  supplier: row.supplier as string,
  priceMinor: row.priceMinor as number,
  costMinor: row.costMinor as number,
  outcomes: { delivered: row.delivered, failed: row.failed, seconds: row.seconds ?? [] },
});
