import type { Queryable } from "../../../kit/db.ts";
import type { Use } from "../../numbers/uses/use.ts";
import type { Mode } from "../../wallet/wallet.ts";
import type { Order } from "../order.ts";

/** What a message for its number must know about an order. */
export interface OrderOnNumber extends Pick<
  Order,
  | "orderId"
  | "walletId"
  | "keyId"
  | "number"
  | "service"
  | "familyId"
  | "country"
  | "status"
  | "priceMinor"
  | "messageCount"
  | "createdAt"
  | "closedAt"
  | "resendAt"
> {
  accountId: number;
  mode: Mode;
  latePolicy: "free" | "charge" | "withhold";
  /** The uses of its number for the requested families, and for its own. */
  uses: Use[];
}

/** The orders that `lockOrdersInReach` would lock, as they are at the moment. */
export function findOrdersOn(
  db: Queryable,
  numbers: string[],
  closedSince: Date,
): Promise<Pick<Order, "orderId" | "walletId" | "closedAt">[]> {
  return db.rows(
    `select order_id as "orderId", wallet_id as "walletId", closed_at as "closedAt" from orders
     where number = any($1::text[]) and created_at > $2::timestamptz - interval '1 day'
       and (closed_at is null or closed_at > $2)
     order by order_id`,
    [numbers, closedSince],
  );
}

/** Whether a message for the number could be meant for an order of this last day. */
export async function isInReach(db: Queryable, number: string): Promise<boolean> {
  const rows = await db.rows(
    `select 1 from orders where number = $1
       and (closed_at is null or closed_at > now() - interval '1 day') limit 1`,
    [number],
  );
  return rows.length > 0;
}
