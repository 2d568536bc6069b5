import type { Tx } from "../../kit/db.ts";
import type { Deps } from "../deps.ts";
import { findWalletById } from "../wallet/queries.ts";
import { endWithoutCode } from "./end-without-code.ts";
import { cancelTooEarly, orderNotCancellable, orderNotFound } from "./errors.ts";
import { once, type Idempotency } from "../idempotency/once.ts";
import type { OrderRules } from "./order.ts";
import { lockOrders } from "./sql.ts";

export interface EndDeps extends Pick<Deps, "db" | "clock"> {
  rules: OrderRules;
}

export interface CancelInput {
  walletId: number;
  orderId: number;
  idempotency: Idempotency | null;
  /** Given when the number turned out unusable; it is kept for the operator and counts against the pool. */
  reportReason?: string;
}

export interface Cancelled {
  orderId: number;
  status: "CANCELLED";
  refundMinor: number;
  /** The spendable balance afterwards. */
  balanceMinor: number;
}

/**
 * Ends an order that waits for its first code and refunds it, in one transaction. Refuses `order_not_found`,
 * `order_not_cancellable`, and in the order's first seconds `cancel_too_early`.
 */
export function cancel({ db, clock, rules }: EndDeps, input: CancelInput): Promise<Cancelled> {
  const at = clock.now();
  const { walletId, orderId, idempotency, reportReason } = input;
  return db.transaction((tx) => once(tx, { walletId, idempotency }, at, () => giveUp(tx)));

  async function giveUp(tx: Tx): Promise<Cancelled> {
    const [order] = await lockOrders(tx, walletId, [orderId]);
    if (!order) throw orderNotFound();
    if (order.status !== "PENDING") throw orderNotCancellable(order.status);
    if (at < order.cancellableAt) throw cancelTooEarly(order.cancellableAt);
    await endWithoutCode(tx, rules, { orders: [order], status: "CANCELLED", reportReason }, at);
    const wallet = await findWalletById(tx, walletId);
    return {
      orderId,
      status: "CANCELLED",
      refundMinor: order.priceMinor,
      balanceMinor: wallet?.spendableMinor ?? 0,
    };
  }
}
