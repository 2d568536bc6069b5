import { secondsAfter } from "../../kit/clock.ts";
import type { Tx } from "../../kit/db.ts";
import { record } from "../delivery/record.ts";
import { lockWallets } from "../wallet/sql.ts";
import { rest } from "./end-without-code.ts";
import type { Order, OrderRules } from "./order.ts";
import { markClosed } from "./sql.ts";

/** Closes RECEIVED orders, whose locks the caller holds: paid already, and no further message is expected. */
export async function endWithCode(tx: Tx, rules: OrderRules, orders: Order[], at: Date): Promise<void> {
  if (orders.length === 0) return;
  await lockWallets(tx, [...new Set(orders.map((order) => order.walletId))]);
  await markClosed(
    tx,
    orders.map((order) => order.orderId),
    "FINISHED",
    at,
  );
  await rest(tx, orders, secondsAfter(at, rules.quarantineSeconds));
  await record(
    tx,
    orders.map(({ walletId, orderId }) => ({ walletId, orderId, type: "order.finished" })),
    at,
  );
}
