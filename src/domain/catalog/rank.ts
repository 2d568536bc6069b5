import type { Offer } from "./catalog.ts";
import { successInterval } from "./outcomes.ts";

/**
 * The order in which an order without a pool tries the offers: the cheapest first, except that those with a clearly
 * worse success rate than the best one come last (contract, "POST /rent"). Clearly: the most their outcomes allow is
 * below the least that the best one's allow.
 */
export function rankOffers<O extends Offer>(offers: O[]): O[] {
  const judged = offers.map((offer) => ({ offer, interval: successInterval(offer.outcomes) }));
  const bestLeast = Math.max(0, ...judged.map(({ interval }) => interval[0]));
  const key = ({ offer, interval }: (typeof judged)[number]): number[] => [
    interval[1] < bestLeast ? 1 : 0,
    offer.priceMinor,
    -interval[0],
    offer.poolId,
  ];
  return judged
    .map((entry) => ({ offer: entry.offer, key: key(entry) }))
    .toSorted((a, b) => a.key.reduce((order, value, place) => order || value - (b.key[place] ?? 0), 0))
    .map(({ offer }) => offer);
}
