import { secondsAfter } from "../../kit/clock.ts";
import type { Tx } from "../../kit/db.ts";
import { wholeNumber } from "../catalog/catalog.ts";
import { record } from "../delivery/record.ts";
import { rest } from "../numbers/uses/rest.ts";
import { lockWalletsOf } from "../wallet/lock.ts";
import type { Order, OrderRules } from "./order.ts";
import { markClosed } from "./sql.ts";
import { countTries } from "./tries/count-tries.ts";

/** Closes RECEIVED orders, whose locks the caller holds: paid already, and no further message is expected. */
export async function endWithCode(tx: Tx, rules: OrderRules, orders: Order[], at: Date): Promise<void> {
  if (orders.length === 0) return;
  const wallets = await lockWalletsOf(tx, orders);
  const orderIds = orders.map((order) => order.orderId);
  await markClosed(tx, orderIds, { status: "FINISHED" }, at);
  await countTries(tx, rules, { wallets, orders, outcome: "with a code" }, at);
  // The use that its messages left keeps others from seeing what they were about (numbers/use.ts).
  await rest(tx, orders, ({ familyId }) => {
    const isKept = familyId === wholeNumber;
    return { until: secondsAfter(at, isKept ? rules.wholeRestSeconds : rules.reuseSeconds), isKept };
  });
  await record(
    tx,
    orders.map(({ walletId, orderId }) => ({ walletId, orderId, type: "order.finished" })),
    at,
  );
}
