import type { Queryable } from "../../kit/db.ts";
import { fromKeys, keyAsText } from "../accounts/queries.ts";
import { hiddenStatuses, type Order, type OrderStatus } from "./order.ts";

export const orderColumns = `o.order_id as "orderId", o.wallet_id as "walletId", o.seq, o.key_id as "keyId",
  o.service_id as "serviceId", s.slug as service, s.family_id as "familyId", o.country, o.provider, o.pool_id as "poolId",
  o.number_id as "numberId", o.number, o.supplier, o.supplier_ref as "supplierRef", o.duration, o.status,
  o.price_minor as "priceMinor", o.cost_minor as "costMinor", o.created_at as "createdAt", o.expires_at as "expiresAt",
  o.cancellable_at as "cancellableAt", o.ended_at as "endedAt", o.closed_at as "closedAt",
  o.resend_at as "resendAt", o.report_reason as "reportReason", o.message_count as "messageCount", o.code_sealed as "codeSealed"`;

export const fromOrders = `from orders o join services s on s.id = o.service_id`;

/** Whether order `o` is shown to its renter (`isShown`). */
export const shown = `o.status not in (${hiddenStatuses.map((status) => `'${status}'`).join(", ")})`;

export async function findOrder(db: Queryable, orderId: number): Promise<Order | undefined> {
  const [order] = await db.rows<Order>(`select ${orderColumns} ${fromOrders} where o.order_id = $1`, [
    orderId,
  ]);
  return order;
}

/** How other places refer to an order. */
export interface OrderName extends Pick<Order, "orderId" | "service" | "number"> {}

export function findOrderNames(db: Queryable, orderIds: number[]): Promise<OrderName[]> {
  return db.rows(
    `select o.order_id as "orderId", s.slug as service, o.number ${fromOrders} where o.order_id = any($1::int[])`,
    [orderIds],
  );
}

export interface AbandonedOrder extends Order {
  dialCode: string;
}

/** In any order: those of a supplier that does not answer must not block the others. */
export function findPlacingBefore(db: Queryable, before: Date): Promise<AbandonedOrder[]> {
  return db.rows(
    `select ${orderColumns}, c.dial_code as "dialCode" ${fromOrders} join countries c on c.code = o.country
     where o.closed_at is null and o.number is null and o.created_at < $1 order by random() limit 100`,
    [before],
  );
}

/** Only what `/sms` returns about an order: it is read more often than anything else. */
export interface OrderView {
  orderId: number;
  walletId: number;
  status: OrderStatus;
  /** Milliseconds since 1970. */
  expiresAtMs: number;
  /** Whether the renter announced another code. */
  resent: boolean;
  messageCount: number;
  codeSealed: Buffer | null;
}

/** A key by its hash, as text; or the view of an order. */
export type KeyOrView = { key: string; hash: string } | (OrderView & { key: null });

/** The keys with these hashes, in hexadecimal digits, and the orders with these ids, as they are now. */
export function findKeysAndViews(db: Queryable, hashes: string[], orderIds: number[]): Promise<KeyOrView[]> {
  return db.rows(
    `select null as key, null as hash, order_id as "orderId", wallet_id as "walletId", status,
       (extract(epoch from expires_at) * 1000)::bigint as "expiresAtMs", resend_at is not null as resent,
       message_count as "messageCount", code_sealed as "codeSealed"
     from orders where order_id = any($2::int[])
     union all
     select ${keyAsText}, encode(k.hash, 'hex'), null, null, null, null, null, null, null
     ${fromKeys} where k.hash = any($1::bytea[])`,
    [hashes.map((hash) => `\\x${hash}`), orderIds],
  );
}

/** The wallet's newest order on the number that is open, or closed since then. */
export async function findOwnOrder(
  db: Queryable,
  walletId: number,
  number: string,
  closedSince: Date,
): Promise<number | null> {
  const [row] = await db.rows<{ orderId: number }>(
    `select order_id as "orderId" from orders
     where number = $2 and wallet_id = $1 and (closed_at is null or closed_at > $3) order by created_at desc limit 1`,
    [walletId, number, closedSince],
  );
  return row?.orderId ?? null;
}

/** Orders that somebody is still waiting for, including those being placed. */
export async function countOpenOrders(db: Queryable, walletIds: number[]): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `select count(*)::int as n from orders
     where wallet_id = any($1::bigint[]) and status in ('PLACING', 'PENDING', 'RECEIVED')`,
    [walletIds],
  );
  return row?.n ?? 0;
}

/** What an order's service and pool are called. */
export async function findNames(
  db: Queryable,
  { service, poolId }: Pick<Order, "service" | "poolId">,
): Promise<{ serviceName: string; poolName: string }> {
  const [names] = await db.rows<{ serviceName: string; poolName: string }>(
    `select s.name as "serviceName", p.name as "poolName" from services s, pools p where s.slug = $1 and p.id = $2`,
    [service, poolId],
  );
  return names ?? { serviceName: service, poolName: String(poolId) };
}
