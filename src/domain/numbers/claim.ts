import type { Tx } from "../../kit/db.ts";
import { canonicalNumber } from "../../kit/one-number.ts";
import { wholeNumber, type SaleTerms } from "../catalog/catalog.ts";
import { lockFreeNumbers, lockFreeNumbersBelow, type Found } from "./sql.ts";
import { takeNumbers } from "./uses/sql.ts";
import type { FreeNumber, Want } from "./want.ts";

/** Enough for any load: each turn only loses what others have just committed. */
const mostTurns = 10;

/** What a want got. */
export interface Claimed {
  numbers: FreeNumber[];
  /** More may be free, but a message for it was being received at that moment: worth asking again. */
  isBusy: boolean;
}

/**
 * Claims free numbers for each want, up to its count: locked, and recorded as serving the family until `rest`. No
 * number is claimed twice for a family, nor for a family and as a whole, by this process or another; numbers that
 * others claimed between our look and our lock are replaced by others.
 */
export async function claim(tx: Tx, wants: Want[], terms: SaleTerms): Promise<Claimed[]> {
  const claimed = wants.map((): Claimed => ({ numbers: [], isBusy: false }));
  for (let turn = 0; turn < mostTurns; turn++) {
    const missing = wants.map((want, place) => ({
      ...want,
      count: want.count - (claimed[place] as Claimed).numbers.length,
    }));
    const found = await lock(tx, missing, terms);
    const taken = await take(tx, wants, found, terms);
    for (const free of taken) claimed[free.want]?.numbers.push(free);
    claimed.forEach(
      (one, place) => (one.isBusy = found.some(({ want, isOurs }) => want === place && !isOurs)),
    );
    if (taken.length === found.length) break; // Nothing was lost, so there is no more.
  }
  return claimed;
}

/** The numbers that looked free, locked, except those whose lock is held by somebody else. */
type Locked = FreeNumber & Pick<Found, "isOurs">;

async function lock(tx: Tx, wants: Want[], terms: SaleTerms): Promise<Locked[]> {
  const above = await lockFreeNumbers(tx, wants, terms);
  const found = above.filter(isNumber);
  const starts = wants.map((_, place) => above.find(({ want }) => want === place)?.start ?? null);
  const missing = wants.map((want, place) => ({
    ...want,
    count: starts[place] === null ? 0 : want.count - found.filter((free) => free.want === place).length,
  }));
  if (missing.some((want) => want.count > 0))
    found.push(...(await lockFreeNumbersBelow(tx, missing, starts, terms)).filter(isNumber));
  return found;
}

const isNumber = (found: Found): found is Found & Locked => found.id !== null && found.number !== null;

async function take(tx: Tx, wants: Want[], found: Locked[], terms: SaleTerms): Promise<FreeNumber[]> {
  const familyOf = (free: FreeNumber): number => (wants[free.want] as Want).familyId;
  const distinct = withoutConflicts(
    found.filter(({ isOurs }) => isOurs),
    familyOf,
  );
  if (distinct.length === 0) return [];
  const takes = distinct.map((free) => ({ number: free.number, familyId: familyOf(free) }));
  const inOrder = takes.toSorted((a, b) =>
    a.number === b.number ? a.familyId - b.familyId : a.number < b.number ? -1 : 1,
  );
  const taken = await takeNumbers(tx, inOrder, terms);
  return distinct.filter((free) => taken.has(`${free.number} ${familyOf(free)}`));
}

/** Two wants may have found the same number, for the same family or one of them as a whole: the first one gets it. */
function withoutConflicts(found: Locked[], familyOf: (free: FreeNumber) => number): Locked[] {
  const families = new Map<string, Set<number>>();
  return found.filter((free) => {
    const familyId = familyOf(free);
    const number = canonicalNumber(free.number);
    const taken = families.get(number) ?? new Set();
    if (taken.has(familyId) || taken.has(wholeNumber) || (familyId === wholeNumber && taken.size > 0))
      return false;
    families.set(number, taken.add(familyId));
    return true;
  });
}
