import type { Tx } from "../../kit/db.ts";
import { Refusal } from "../../kit/errors.ts";
import type { CountryRule, OfferQuery } from "../catalog/catalog.ts";
import { unknownPool } from "../catalog/errors.ts";
import { readRentable, type Rentable } from "../catalog/offers/rentable.ts";
import { rankOffers } from "../catalog/rank.ts";
import { findOffers, type OfferRow } from "../catalog/offers/queries.ts";
import { noNumbers, priceAboveMax } from "./errors.ts";
import type { RentRequest } from "./order.ts";

/** What a request may rent: the service, and the offers to try, the best first. */
export type Quote = Rentable;

/** Quotes every request of a batch with one query; equal questions are asked once. */
export async function quoteAll(
  tx: Tx,
  requests: RentRequest[],
  rules: CountryRule,
  at: Date,
): Promise<(Quote | Refusal)[]> {
  const questions = new Map<string, OfferQuery>();
  const keys = requests.map((q) => JSON.stringify([q.mode, q.provider, q.country, q.service, q.poolId]));
  requests.forEach((request, place) => questions.set(keys[place] as string, request));
  const rows = await findOffers(tx, [...questions.values()], at, { withSeconds: false });
  const rowsAt = Map.groupBy(rows, ({ ord }) => ord);
  const places = new Map([...questions.keys()].map((key, place) => [key, place + 1]));
  return requests.map((request, place) =>
    quote(request, rowsAt.get(places.get(keys[place] as string) as number) ?? [], rules),
  );
}

function quote(request: RentRequest, rows: OfferRow[], rules: CountryRule): Quote | Refusal {
  const rentable = readRentable(rows, request, rules);
  if (rentable instanceof Refusal) return rentable;
  const { offers } = rentable;
  if (offers.length === 0) return request.poolId === null ? noNumbers() : unknownPool(String(request.poolId));
  const affordable = offers.filter(({ priceMinor }) => priceMinor <= (request.maxPriceMinor ?? Infinity));
  if (affordable.length === 0) return priceAboveMax(Math.min(...offers.map(({ priceMinor }) => priceMinor)));
  return { ...rentable, offers: rankOffers(affordable) };
}
