import type { Tx } from "../../kit/db.ts";
import type { Offer, SaleTerms } from "../catalog/catalog.ts";
import { claim, type Claimed } from "../numbers/claim.ts";
import type { FreeNumber, Want } from "../numbers/want.ts";
import { inventory } from "../suppliers/supplier.ts";
import { noNumbers } from "./errors.ts";
import type { RentRequest } from "./order.ts";
import type { Budget } from "./budget.ts";
import type { Quote } from "./quote.ts";

/** One rent of the batch on its way to an offer and, from our own inventory, a number. */
export interface Unit {
  request: RentRequest;
  quote: Quote;
  /** Offers not tried yet, the best first. */
  offers: Offer[];
  allotted?: { offer: Offer; number: FreeNumber | null };
  refusal?: Error;
  /** A number may be free, but its lock was held at that moment. */
  isBusy?: boolean;
}

/**
 * Gives every unit the best offer that has a number and can be paid for, or a refusal. Money is set aside before a
 * number is claimed, so that no more numbers are locked than can be paid for; what a claim did not find is given
 * back, and those who were short of exactly that money try again in the next round.
 */
export async function allocate(tx: Tx, units: Unit[], budget: Budget, terms: SaleTerms): Promise<void> {
  let open = units;
  while (open.length > 0) {
    const round = open.map((unit) => ({ unit, offer: unit.offers[0], objection: fund(unit, budget) }));
    const funded = round.filter((entry) => entry.objection === null).map(({ unit }) => unit);
    const failed = await claimFor(tx, funded, budget, terms);
    for (const { unit, objection } of round) {
      if (objection !== null && (failed === 0 || unit.offers.length === 0)) unit.refusal = objection;
    }
    open = open.filter((unit) => !unit.allotted && !unit.refusal);
  }
}

/** Reserves the price of the unit's next offer; if it cannot, returns why. */
function fund(unit: Unit, budget: Budget): Error | null {
  const [offer] = unit.offers;
  if (!offer) return noNumbers();
  const objection = budget.objection(unit.request, offer.priceMinor);
  if (!objection) budget.take(unit.request, offer.priceMinor);
  return objection;
}

/** Allots the next offer of every unit if it has a number; returns how many found no number. */
async function claimFor(tx: Tx, units: Unit[], budget: Budget, terms: SaleTerms): Promise<number> {
  const groups = groupByWant(units.filter((unit) => unit.offers[0]?.supplier === inventory));
  const claimed =
    groups.length > 0
      ? await claim(
          tx,
          groups.map(({ want }) => want),
          terms,
        )
      : [];
  const numbers = new Map<Unit, FreeNumber>();
  groups.forEach((group, place) => {
    const { numbers: free, isBusy } = claimed[place] as Claimed;
    free.forEach((one, index) => numbers.set(group.units[index] as Unit, one));
    if (isBusy) for (const unit of group.units) unit.isBusy = true;
  });

  let failed = 0;
  for (const unit of units) {
    const offer = unit.offers.shift() as Offer;
    const number = numbers.get(unit) ?? null;
    if (offer.supplier !== inventory || number) {
      unit.allotted = { offer, number };
      continue;
    }
    failed++;
    budget.giveBack(unit.request, offer.priceMinor);
  }
  return failed;
}

function groupByWant(units: Unit[]): { want: Want; units: Unit[] }[] {
  const groups = new Map<string, { want: Want; units: Unit[] }>();
  for (const unit of units) {
    const want: Want = {
      poolId: (unit.offers[0] as Offer).poolId,
      country: unit.quote.country,
      familyId: unit.quote.service.familyId,
      areaCode: unit.request.areaCode,
      excludePrefixes: unit.request.excludePrefixes,
      count: 0,
    };
    const key = JSON.stringify(want);
    const group = groups.get(key) ?? { want, units: [] };
    group.units.push(unit);
    group.want.count = group.units.length;
    groups.set(key, group);
  }
  return [...groups.values()];
}
