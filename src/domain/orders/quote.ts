import type { Tx } from "../../kit/db.ts";
import type { Refusal } from "../../kit/errors.ts";
import type { Offer, OfferQuery } from "../catalog/catalog.ts";
import { serviceRestricted, unknownCountry, unknownPool, unknownService } from "../catalog/errors.ts";
import { rankOffers } from "../catalog/rank.ts";
import { findOffers, type OfferRow } from "../catalog/offers/queries.ts";
import { noNumbers, priceAboveMax } from "./errors.ts";
import type { RentRequest } from "./order.ts";

/** What a request may rent: the service, and the offers to try, the best first. */
export interface Quote {
  country: string;
  dialCode: string;
  service: { id: number; familyId: number; slug: string; name: string };
  offers: Offer[];
}

/** Quotes every request of a batch with one query; equal questions are asked once. */
export async function quoteAll(tx: Tx, requests: RentRequest[], at: Date): Promise<(Quote | Refusal)[]> {
  const questions = new Map<string, OfferQuery>();
  const keys = requests.map((q) => JSON.stringify([q.mode, q.provider, q.country, q.service, q.poolId]));
  requests.forEach((request, place) => questions.set(keys[place] as string, request));
  const rows = await findOffers(tx, [...questions.values()], at, { withSeconds: false });
  const rowsAt = Map.groupBy(rows, ({ ord }) => ord);
  const places = new Map([...questions.keys()].map((key, place) => [key, place + 1]));
  return requests.map((request, place) =>
    quote(request, rowsAt.get(places.get(keys[place] as string) as number) ?? []),
  );
}

function quote(request: RentRequest, rows: OfferRow[]): Quote | Refusal {
  const [first] = rows;
  if (!first?.countryCode) return unknownCountry(request.country);
  if (!first.serviceId || first.familyId === null || !first.slug || !first.serviceName)
    return unknownService(request.service);
  if (first.restricted) return serviceRestricted(first.serviceName);
  const offers = rows.filter((row) => row.poolId !== null).map(toOffer);
  if (offers.length === 0) return request.poolId === null ? noNumbers() : unknownPool(String(request.poolId));
  const affordable = offers.filter(({ priceMinor }) => priceMinor <= (request.maxPriceMinor ?? Infinity));
  if (affordable.length === 0) return priceAboveMax(Math.min(...offers.map(({ priceMinor }) => priceMinor)));
  return {
    country: first.countryCode,
    dialCode: first.dialCode ?? "",
    service: {
      id: first.serviceId,
      familyId: first.familyId,
      slug: first.slug,
      name: first.serviceName,
    },
    offers: rankOffers(affordable),
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
