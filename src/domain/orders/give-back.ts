import { deleteAnswersOf } from "../idempotency/sql.ts";
import type { Deps } from "../deps.ts";
import { post } from "../wallet/post.ts";
import { lockWallets } from "../wallet/sql.ts";
import { addSpending, lockPlacing, markClosed } from "./sql.ts";

/** Ends an order that came to nothing while it was being placed: the hold is released, no order is shown. */
export async function giveBack({ db, clock }: Pick<Deps, "db" | "clock">, orderId: number): Promise<void> {
  const at = clock.now();
  await db.transaction(async (tx) => {
    const order = await lockPlacing(tx, orderId);
    if (!order) return;
    await lockWallets(tx, [order.walletId]);
    await markClosed(tx, [orderId], "FAILED", at);
    await post(
      tx,
      [{ walletId: order.walletId, orderId, kind: "release", amountMinor: order.priceMinor }],
      at,
    );
    if (order.keyId)
      await addSpending(tx, [{ keyId: order.keyId, day: order.createdAt, amountMinor: -order.priceMinor }]);
    await deleteAnswersOf(tx, orderId);
  });
}
