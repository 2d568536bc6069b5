import type { Deps } from "../deps.ts";
import { endWithCode } from "./end-with-code.ts";
import { endWithoutCode } from "./end-without-code.ts";
import type { OrderRules } from "./order.ts";
import { lockWalletsOf } from "../wallet/lock.ts";
import { lockDueOrders } from "./sql.ts";

/** The most orders closed in one transaction. */
const batchSize = 200;

/**
 * Closes the orders whose window is over: those without a code are refunded, those with one are finished. Any number
 * of processes may run it at once; each skips what another is working on. Returns how many it closed.
 */
export async function expireDue({
  db,
  clock,
  rules,
}: Pick<Deps, "db" | "clock"> & { rules: OrderRules }): Promise<number> {
  let closed = 0;
  for (;;) {
    const at = clock.now();
    const due = await db.transaction(async (tx) => {
      const orders = await lockDueOrders(tx, at, batchSize);
      // All of them at once: two processes that lock them in two steps each would deadlock.
      await lockWalletsOf(tx, orders);
      const waiting = orders.filter((order) => order.status === "PENDING");
      // These alone are in address groups: the others left theirs with their first message (sql.ts, `leftGroups`).
      await endWithoutCode(tx, rules, { orders: waiting, status: "EXPIRED" }, at);
      await endWithCode(
        tx,
        rules,
        orders.filter((order) => order.status === "RECEIVED"),
        at,
      );
      return orders.length;
    });
    closed += due;
    if (due < batchSize) return closed;
  }
}
