import type { Movement } from "../wallet/wallet.ts";
import type { OrderOnNumber } from "./on-number/queries.ts";

type LateOrder = Pick<
  OrderOnNumber,
  "orderId" | "walletId" | "status" | "priceMinor" | "messageCount" | "latePolicy"
>;

/**
 * What a late message costs each order: its price, once, if it was refunded, its pool charges for late messages, and
 * its wallet can pay. A wallet's orders are charged in order for as long as the money lasts.
 *
 * @param orders each once, as they were before the message
 * @param spendable what each wallet may spend, in minor units
 */
export function lateCharges(orders: LateOrder[], spendable: ReadonlyMap<number, number>): Movement[] {
  const left = new Map(spendable);
  return orders.flatMap((order): Movement[] => {
    const { orderId, walletId, priceMinor } = order;
    const rest = (left.get(walletId) ?? 0) - priceMinor;
    if (!isCharged(order) || rest < 0) return [];
    left.set(walletId, rest);
    return [{ walletId, orderId, kind: "late", amountMinor: priceMinor }];
  });
}

const isCharged = ({ latePolicy, status, messageCount }: LateOrder): boolean =>
  latePolicy === "charge" && (status === "CANCELLED" || status === "EXPIRED") && messageCount === 0;
