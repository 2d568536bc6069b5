import { secondsAfter } from "../../kit/clock.ts";
import type { Tx } from "../../kit/db.ts";
import { record } from "../delivery/record.ts";
import { rest } from "../numbers/uses/rest.ts";
import { post } from "../wallet/post.ts";
import { lockWalletsOf } from "../wallet/lock.ts";
import type { Order, OrderRules } from "./order.ts";
import { addSpending } from "./spending/sql.ts";
import { markClosed } from "./sql.ts";
import { countTries } from "./tries/count-tries.ts";

export interface Ending {
  orders: Order[];
  status: "CANCELLED" | "EXPIRED";
  /** What the renter said was wrong with the number. */
  reportReason?: string | null;
}

/**
 * Ends PENDING orders, refunding each in the same transaction. The caller holds their locks (in the order of their
 * ids), so none can receive a message at the same time; the wallets' locks are taken here, after the orders'.
 */
export async function endWithoutCode(
  tx: Tx,
  rules: OrderRules,
  { orders, status, reportReason = null }: Ending,
  at: Date,
): Promise<void> {
  if (orders.length === 0) return;
  const wallets = await lockWalletsOf(tx, orders);
  const orderIds = orders.map((order) => order.orderId);
  await markClosed(tx, orderIds, { status, reportReason }, at);
  await post(
    tx,
    orders.map(({ walletId, orderId, priceMinor, createdAt }) => ({
      walletId,
      orderId,
      kind: "release",
      spentAt: createdAt,
      amountMinor: priceMinor,
      outcome: "without a code",
    })),
    at,
  );
  await addSpending(
    tx,
    orders.flatMap(({ keyId, createdAt, priceMinor }) =>
      keyId ? [{ keyId, day: createdAt, amountMinor: -priceMinor }] : [],
    ),
  );
  await countTries(tx, rules, { wallets, orders, outcome: "without a code" }, at);
  const until = secondsAfter(at, rules.reuseSeconds);
  await rest(tx, orders, () => ({ until, isKept: false }));
  const type = status === "CANCELLED" ? "order.cancelled" : "order.expired";
  await record(
    tx,
    orders.map(({ walletId, orderId }) => ({ walletId, orderId, type })),
    at,
  );
}
