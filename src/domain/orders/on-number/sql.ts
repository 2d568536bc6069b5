import type { Tx } from "../../../kit/db.ts";
import { fromOrders, shown } from "../queries.ts";
import type { OrderOnNumber } from "./queries.ts";

const columnsOnNumber = `o.order_id as "orderId", o.wallet_id as "walletId", o.key_id as "keyId", o.number, s.slug as service,
  s.family_id as "familyId", o.country, o.status, o.price_minor as "priceMinor",
  o.message_count as "messageCount", o.created_at as "createdAt", o.closed_at as "closedAt", o.resend_at as "resendAt", w.account_id as "accountId", w.mode,
  p.late_messages as "latePolicy"`;
const fromOnNumber = `${fromOrders} join pools p on p.id = o.pool_id join wallets w on w.id = o.wallet_id`;
const milliseconds = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`;

/** The uses of the order's number for its own family and for the given ones. */
const usesFor = (families: string): string => `coalesce((
  select jsonb_agg(jsonb_build_object('familyId', u.family_id, 'accountId', u.account_id,
    'usedAt', ${milliseconds("u.used_at")}, 'othersUsedAt', ${milliseconds("u.others_used_at")}))
  from number_uses u where u.number = o.number and u.used_at is not null
    and (u.family_id = s.family_id or u.family_id = any(${families}))), '[]') as uses`;

/**
 * The orders on these numbers that a message may reach: open, or closed since then. Locked in the order of their ids,
 * including the closed ones, because a late message changes them; whoever locks orders does so before wallets. No
 * window is longer than a day, so older orders are not checked. Their uses are reliable only while the numbers' locks
 * are held.
 */
export function lockOrdersOn(
  tx: Tx,
  numbers: string[],
  familyIds: number[],
  closedSince: Date,
): Promise<OrderOnNumber[]> {
  return tx.rows(
    `select ${columnsOnNumber}, ${usesFor("$3::int[]")} ${fromOnNumber}
     where o.number = any($1::text[]) and o.created_at > $2::timestamptz - interval '1 day'
       and (o.closed_at is null or o.closed_at > $2)
     order by o.order_id for no key update of o`,
    [numbers, closedSince, familyIds],
  );
}

/** What a message for its number must know about an order, locked; the caller holds the number's lock. */
export async function lockOrder(
  tx: Tx,
  orderId: number,
  familyIds: number[],
): Promise<OrderOnNumber | undefined> {
  const [order] = await tx.rows<OrderOnNumber>(
    `select ${columnsOnNumber}, ${usesFor("$2::int[]")} ${fromOnNumber}
     where o.order_id = $1 and ${shown} for no key update of o`,
    [orderId, familyIds],
  );
  return order;
}
