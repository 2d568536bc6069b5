import type { Deps } from "../deps.ts";
import { orderNotFound, orderNotOpen } from "./errors.ts";
import type { OrderStatus } from "./order.ts";
import { lockOrders, markResend } from "./sql.ts";

/**
 * Records that the renter had the service send another code to the same number: until it comes, `/sms` with `wait`
 * waits again. Costs nothing; the order stays RECEIVED and shows the code it has. Returns its status.
 */
export function resend(
  { db, clock }: Pick<Deps, "db" | "clock">,
  walletId: number,
  orderId: number,
): Promise<OrderStatus> {
  return db.transaction(async (tx) => {
    const [order] = await lockOrders(tx, walletId, [orderId]);
    if (!order) throw orderNotFound();
    if (order.status !== "PENDING" && order.status !== "RECEIVED") throw orderNotOpen(order.status);
    if (order.status === "RECEIVED") await markResend(tx, orderId, clock.now());
    return order.status;
  });
}
