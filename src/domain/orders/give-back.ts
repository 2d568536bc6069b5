import { forgetRequestFor } from "../idempotency/remember.ts";
import type { Deps } from "../deps.ts";
import { insertReturn } from "./returns/sql.ts";
import { post } from "../wallet/post.ts";
import { lockWalletsOf } from "../wallet/lock.ts";
import type { Order } from "./order.ts";
import { findOrder } from "./queries.ts";
import { addSpending } from "./spending/sql.ts";
import { lockPlacing, markClosed } from "./sql.ts";

/**
 * Ends an order that failed while it was being placed: the hold is released, and the order is never shown.
 * `toReturn`: the number that its supplier gave, or may have given (ref null), is returned to it. Returns null, or
 * the order if another process has completed it in the meantime.
 */
export async function giveBack(
  { db, clock }: Pick<Deps, "db" | "clock">,
  orderId: number,
  toReturn?: { ref: string | null },
): Promise<Order | null> {
  const at = clock.now();
  return db.transaction(async (tx) => {
    const order = await lockPlacing(tx, orderId);
    if (!order) {
      const settled = await findOrder(tx, orderId);
      return settled && settled.status !== "FAILED" ? settled : null;
    }
    await lockWalletsOf(tx, [order]);
    await markClosed(tx, [orderId], { status: "FAILED" }, at);
    await post(
      tx,
      [
        {
          walletId: order.walletId,
          orderId,
          kind: "release",
          amountMinor: order.priceMinor,
          spentAt: order.createdAt,
          outcome: "not placed",
        },
      ],
      at,
    );
    if (order.keyId)
      await addSpending(tx, [{ keyId: order.keyId, day: order.createdAt, amountMinor: -order.priceMinor }]);
    await forgetRequestFor(tx, orderId);
    if (toReturn) await insertReturn(tx, { orderId, supplier: order.supplier, ref: toReturn.ref }, at);
    return null;
  });
}
