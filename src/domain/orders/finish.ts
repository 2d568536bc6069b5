import type { EndDeps } from "./cancel.ts";
import { endWithCode } from "./end-with-code.ts";
import { orderNotFound, orderNotOpen, orderWithoutCode } from "./errors.ts";
import { lockOrders } from "./sql.ts";

/** Closes an order that has received its code, before its window ends. A FINISHED order stays as it is. */
export function finish({ db, clock, rules }: EndDeps, walletId: number, orderId: number): Promise<void> {
  return db.transaction(async (tx) => {
    const [order] = await lockOrders(tx, walletId, [orderId]);
    if (!order) throw orderNotFound();
    if (order.status === "FINISHED") return;
    if (order.status === "PENDING") throw orderWithoutCode();
    if (order.status !== "RECEIVED") throw orderNotOpen(order.status);
    await endWithCode(tx, rules, [order], clock.now());
  });
}
