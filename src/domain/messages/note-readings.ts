import { secondsAfter } from "../../kit/clock.ts";
import type { Tx } from "../../kit/db.ts";
import { canonicalNumber } from "../../kit/one-number.ts";
import { wholeNumber } from "../catalog/catalog.ts";
import { noteUses } from "../numbers/uses/note-uses.ts";
import { usedAgain, type NewUse, type Use } from "../numbers/uses/use.ts";
import type { OrderRules } from "../orders/order.ts";
import type { OrderOnNumber } from "../orders/on-number/queries.ts";
import type { Subject } from "./subject.ts";

export type UseRules = Pick<OrderRules, "quarantineSeconds" | "wholeRestSeconds">;

/** A message on its way to an order's renter. */
export interface Reading {
  order: OrderOnNumber;
  subject: Subject;
}

/** Whether the renter may see the messages of the order: not late ones if its pool withholds those. */
export const isShown = ({ closedAt, latePolicy }: OrderOnNumber): boolean =>
  closedAt === null || latePolicy !== "withhold";

/** What the number of these orders was used for, as recorded with the orders. */
export const usesOf = (orders: OrderOnNumber[]): Map<number, Use> =>
  new Map(orders.flatMap(({ uses }) => uses.map((use) => [use.familyId, use])));

/**
 * What a renter who sees the message used the number for: the order's family, and every family the message could be
 * about.
 */
const familiesOf = ({ order, subject }: Reading): number[] =>
  order.mode === "live" && isShown(order) ? [...new Set([order.familyId, ...subject.families])] : [];

/** Adds to what is known about the number in this transaction. */
export function addReading(uses: Map<number, Use>, reading: Reading, at: Date): void {
  const { accountId } = reading.order;
  for (const familyId of familiesOf(reading))
    uses.set(familyId, usedAgain(uses.get(familyId), { familyId, accountId, usedAt: at.getTime() }));
}

/**
 * Records what the renters used their numbers for, in the transaction that shows them the messages. Not for the
 * sandbox, whose numbers are made up for each order. After the orders' and wallets' locks, as everywhere.
 */
export async function noteReadings(tx: Tx, rules: UseRules, readings: Reading[], at: Date): Promise<void> {
  const uses = new Map<string, NewUse>();
  for (const reading of readings) {
    const { number, accountId, familyId: rented } = reading.order;
    for (const familyId of familiesOf(reading)) {
      const isWhole = familyId === wholeNumber && rented === wholeNumber;
      const restsUntil = isWhole ? secondsAfter(at, rules.wholeRestSeconds) : null;
      const key = `${canonicalNumber(number as string)} ${familyId}`;
      uses.set(key, {
        number: number as string,
        familyId,
        accountId,
        restsUntil: restsUntil ?? uses.get(key)?.restsUntil ?? null,
      });
    }
  }
  await noteUses(tx, [...uses.values()], at);
}
