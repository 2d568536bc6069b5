import type { Tx } from "../../../kit/db.ts";
import { restNumbers, type Rest } from "./sql.ts";

/** How long a number rests after an order. */
export type RestTerms = Pick<Rest, "until" | "isKept">;

/**
 * Lets the numbers of ended orders rest for a while, including suppliers': the next renter must not get this one's
 * messages. Orders that never had a number are skipped.
 */
export async function rest<Order extends { number: string | null; familyId: number }>(
  tx: Tx,
  orders: Order[],
  termsOf: (order: Order) => RestTerms,
): Promise<void> {
  const rests = orders.flatMap((order) =>
    order.number === null ? [] : [{ number: order.number, familyId: order.familyId, ...termsOf(order) }],
  );
  if (rests.length > 0) await restNumbers(tx, rests);
}
