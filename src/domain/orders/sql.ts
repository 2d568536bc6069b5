import type { Queryable, Tx } from "../../kit/db.ts";
import { fromKeys, keyAsText } from "../accounts/sql.ts";
import type { Use } from "../numbers/uses/use.ts";
import type { Mode } from "../wallet/wallet.ts";
import type { Order, OrderStatus } from "./order.ts";
import type { OrderTimes } from "./order-times.ts";

const columns = `o.order_id as "orderId", o.wallet_id as "walletId", o.seq, o.key_id as "keyId",
  o.service_id as "serviceId", s.slug as service, s.family_id as "familyId", o.country, o.provider, o.pool_id as "poolId",
  o.number_id as "numberId", o.number, o.supplier, o.supplier_ref as "supplierRef", o.duration, o.status,
  o.price_minor as "priceMinor", o.cost_minor as "costMinor", o.created_at as "createdAt", o.expires_at as "expiresAt",
  o.cancellable_at as "cancellableAt", o.ended_at as "endedAt", o.closed_at as "closedAt",
  o.resend_at as "resendAt", o.report_reason as "reportReason", o.message_count as "messageCount", o.code_sealed as "codeSealed"`;
const from = `from orders o join services s on s.id = o.service_id`;

/** Numbers for new orders: never twice, whatever becomes of the transaction. */
export async function nextOrderNumbers(tx: Tx, count: number): Promise<number[]> {
  const numbers = await tx.rows<{ n: number }>(
    `select nextval('order_numbers') as n from generate_series(1, $1)`,
    [count],
  );
  return numbers.map(({ n }) => n);
}

export type NewOrder = Omit<
  Order,
  "service" | "endedAt" | "closedAt" | "resendAt" | "reportReason" | "messageCount" | "codeSealed"
>;

export async function insertOrders(tx: Tx, orders: NewOrder[], times: OrderTimes): Promise<void> {
  await tx.rows(
    `insert into orders (order_id, wallet_id, seq, key_id, service_id, family_id, country, provider, pool_id, number_id,
       number, supplier, status, price_minor, cost_minor, duration, created_at, expires_at, cancellable_at)
     select n.*, 'generic', $16, $17, $18
     from unnest($1::int[], $2::bigint[], $3::bigint[], $4::bigint[], $5::int[], $6::int[], $7::text[], $8::text[],
       $9::int[], $10::bigint[], $11::text[], $12::text[], $13::text[], $14::bigint[], $15::bigint[]) as n`,
    [
      orders.map((order) => order.orderId),
      orders.map((order) => order.walletId),
      orders.map((order) => order.seq),
      orders.map((order) => order.keyId),
      orders.map((order) => order.serviceId),
      orders.map((order) => order.familyId),
      orders.map((order) => order.country),
      orders.map((order) => order.provider),
      orders.map((order) => order.poolId),
      orders.map((order) => order.numberId),
      orders.map((order) => order.number),
      orders.map((order) => order.supplier),
      orders.map((order) => order.status),
      orders.map((order) => order.priceMinor),
      orders.map((order) => order.costMinor),
      times.createdAt,
      times.expiresAt,
      times.cancellableAt,
    ],
  );
}

export async function findOrder(db: Queryable, orderId: number): Promise<Order | undefined> {
  const [order] = await db.rows<Order>(`select ${columns} ${from} where o.order_id = $1`, [orderId]);
  return order;
}

/** What an order is called where something else is told of it. */
export interface OrderName extends Pick<Order, "orderId" | "service" | "number"> {}

export function findOrderNames(db: Queryable, orderIds: number[]): Promise<OrderName[]> {
  return db.rows(
    `select o.order_id as "orderId", s.slug as service, o.number ${from} where o.order_id = any($1::int[])`,
    [orderIds],
  );
}

/** The orders of one wallet among the ids, locked in the order of the ids. */
export function lockOrders(tx: Tx, walletId: number, orderIds: number[]): Promise<Order[]> {
  return tx.rows(
    `select ${columns} ${from}
     where o.wallet_id = $1 and o.order_id = any($2::int[]) and o.status not in ('PLACING', 'FAILED')
     order by o.order_id for no key update of o`,
    [walletId, orderIds],
  );
}

/** An order that is being placed, locked, whoever asks. */
export async function lockPlacing(tx: Tx, orderId: number): Promise<Order | undefined> {
  const [order] = await tx.rows<Order>(
    `select ${columns} ${from} where o.order_id = $1 and o.status = 'PLACING' for no key update of o`,
    [orderId],
  );
  return order;
}

/** An order as a message for its number must know it. */
export interface OrderOnNumber extends Pick<
  Order,
  | "orderId"
  | "walletId"
  | "number"
  | "service"
  | "familyId"
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
  /** What its number was used for, as far as it was asked for, and for its own family. */
  uses: Use[];
}
const columnsOnNumber = `o.order_id as "orderId", o.wallet_id as "walletId", o.number, s.slug as service,
  s.family_id as "familyId", o.status, o.price_minor as "priceMinor", o.message_count as "messageCount",
  o.created_at as "createdAt", o.closed_at as "closedAt", o.resend_at as "resendAt", w.account_id as "accountId", w.mode,
  p.late_messages as "latePolicy"`;
const fromOnNumber = `${from} join pools p on p.id = o.pool_id join wallets w on w.id = o.wallet_id`;
const milliseconds = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`;
/** The uses of the order's number for its own family and for the given ones. */
const usesFor = (families: string): string => `coalesce((
  select jsonb_agg(jsonb_build_object('familyId', u.family_id, 'accountId', u.account_id,
    'usedAt', ${milliseconds("u.used_at")}, 'othersUsedAt', ${milliseconds("u.others_used_at")}))
  from number_uses u where u.number = o.number and u.used_at is not null
    and (u.family_id = s.family_id or u.family_id = any(${families}))), '[]') as uses`;

/**
 * The orders on these numbers that a message may reach: open, or closed since then. Locked in the order of their ids,
 * the closed ones too, for a late message changes them; whoever locks orders does so before wallets. No window is
 * longer than a day, so older orders are not checked. Their uses are reliable only while the numbers' locks are held.
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

/** The orders that `lockOrdersOn` would lock, as they are at the moment. */
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

/** Open orders whose window is over, locked; those that another process is closing are passed over. */
export function lockDueOrders(tx: Tx, at: Date, limit: number): Promise<Order[]> {
  return tx.rows(
    `select ${columns} ${from}
     where o.closed_at is null and o.status <> 'PLACING' and o.expires_at <= $1
     order by o.expires_at limit $2 for no key update of o skip locked`,
    [at, limit],
  );
}

export interface AbandonedOrder extends Order {
  dialCode: string;
}

/** In any order: those of a supplier that does not answer must not keep the others from their turn. */
export function findPlacingBefore(db: Queryable, before: Date): Promise<AbandonedOrder[]> {
  return db.rows(
    `select ${columns}, c.dial_code as "dialCode" ${from} join countries c on c.code = o.country
     where o.closed_at is null and o.number is null and o.created_at < $1 order by random() limit 100`,
    [before],
  );
}

/** The first message ends the hold; every one counts, and the newest code is the order's. */
export async function markReceived(
  tx: Tx,
  received: { orderId: number; count: number; codeSealed: Buffer | null }[],
  at: Date,
): Promise<void> {
  await tx.rows(
    `update orders o set status = 'RECEIVED', ended_at = coalesce(o.ended_at, $4), resend_at = null,
       message_count = o.message_count + r.count, code_sealed = coalesce(r.code_sealed, o.code_sealed)
     from unnest($1::int[], $2::int[], $3::bytea[]) as r (order_id, count, code_sealed)
     where o.order_id = r.order_id`,
    [
      received.map((entry) => entry.orderId),
      received.map((entry) => entry.count),
      received.map((entry) => entry.codeSealed),
      at,
    ],
  );
}

/** A message's code turned out otherwise once all of its parts were here; it is the order's unless a newer one is. */
export async function correctCodes(
  tx: Tx,
  codes: { orderId: number; messageId: number; codeSealed: Buffer | null }[],
): Promise<void> {
  await tx.rows(
    `update orders o set code_sealed = c.code_sealed
     from unnest($1::int[], $2::bigint[], $3::bytea[]) as c (order_id, message_id, code_sealed)
     where o.order_id = c.order_id and not exists (
       select from messages m where m.order_id = c.order_id and m.id > c.message_id and m.code_sealed is not null)`,
    [
      codes.map((code) => code.orderId),
      codes.map((code) => code.messageId),
      codes.map((code) => code.codeSealed),
    ],
  );
}

export async function countLateMessages(tx: Tx, late: { orderId: number; count: number }[]): Promise<void> {
  await tx.rows(
    `update orders o set message_count = o.message_count + r.count
     from (select * from unnest($1::int[], $2::int[]) as u (order_id, count) order by order_id) r
     where o.order_id = r.order_id`,
    [late.map((entry) => entry.orderId), late.map((entry) => entry.count)],
  );
}

/** Ends orders; `endedAt` stays where the hold ended before. */
export async function markClosed(
  tx: Tx,
  orderIds: number[],
  status: OrderStatus,
  at: Date,
  reportReason: string | null = null,
): Promise<void> {
  await tx.rows(
    `update orders set status = $2, closed_at = $3, ended_at = coalesce(ended_at, $3), report_reason = $4
     where order_id = any($1::int[])`,
    [orderIds, status, at, reportReason],
  );
}

export async function markActive(
  tx: Tx,
  orderId: number,
  acquired: { number: string; ref: string; expiresAt: Date },
): Promise<void> {
  await tx.rows(
    `update orders set status = 'PENDING', number = $2, supplier_ref = $3, expires_at = $4 where order_id = $1`,
    [orderId, acquired.number, acquired.ref, acquired.expiresAt],
  );
}

export async function markResend(tx: Tx, orderId: number, at: Date): Promise<void> {
  await tx.rows(`update orders set resend_at = $2 where order_id = $1`, [orderId, at]);
}

export function findSpending(
  tx: Tx,
  keyIds: number[],
  day: Date,
): Promise<{ keyId: number; spentMinor: number }[]> {
  return tx.rows(
    `select key_id as "keyId", spent_minor as "spentMinor" from key_spending where key_id = any($1::bigint[]) and day = $2::date`,
    [keyIds, day],
  );
}

/** Counts what capped keys spent, or with negative amounts got back, on the day of each order. */
export async function addSpending(
  tx: Tx,
  entries: { keyId: number; day: Date; amountMinor: number }[],
): Promise<void> {
  await tx.rows(
    `insert into key_spending (key_id, day, spent_minor)
     select e.key_id, e.at::date, sum(e.amount)
     from unnest($1::bigint[], $2::timestamptz[], $3::bigint[]) as e (key_id, at, amount)
     join api_keys k on k.id = e.key_id and k.daily_cap_minor is not null
     group by 1, 2 order by 1, 2
     on conflict (key_id, day) do update set spent_minor = key_spending.spent_minor + excluded.spent_minor`,
    [
      entries.map((entry) => entry.keyId),
      entries.map((entry) => entry.day),
      entries.map((entry) => entry.amountMinor),
    ],
  );
}

/** Only what `/sms` returns about an order: it is read more often than anything else. */
export interface OrderView {
  orderId: number;
  walletId: number;
  status: OrderStatus;
  /** Milliseconds since 1970. */
  expiresAtMs: number;
  /** Whether the renter said that another code is to come. */
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

export interface OrderFilter {
  walletId: number;
  beforeSeq: number;
  status: string[] | null;
  service: string | null;
  country: string | null;
  from: Date | null;
  to: Date | null;
  q: string | null;
}

/** A page of a wallet's orders, newest first, from before `beforeSeq`. */
export function listOrders(db: Queryable, filter: OrderFilter, limit: number): Promise<Order[]> {
  return db.rows(
    `select ${columns} ${from}
     where o.wallet_id = $1 and o.seq < $2 and o.status not in ('PLACING', 'FAILED')
       and ($3::text[] is null or o.status = any($3)) and ($4::text is null or s.slug = $4)
       and ($5::text is null or o.country = $5) and ($6::timestamptz is null or o.created_at >= $6)
       and ($7::timestamptz is null or o.created_at < $7)
       and ($8::text is null or o.order_id::text = $8 or o.number like '%' || $8 || '%')
     order by o.seq desc limit $9`,
    [
      filter.walletId,
      filter.beforeSeq,
      filter.status,
      filter.service,
      filter.country,
      filter.from,
      filter.to,
      filter.q,
      limit,
    ],
  );
}

/** Whether the number is one of the wallet's orders' that are open, or closed since then. */
export async function ownsNumber(
  db: Queryable,
  walletId: number,
  number: string,
  closedSince: Date,
): Promise<boolean> {
  const rows = await db.rows(
    `select 1 from orders where number = $2 and wallet_id = $1 and (closed_at is null or closed_at > $3) limit 1`,
    [walletId, number, closedSince],
  );
  return rows.length > 0;
}

/** Orders that somebody still waits for, those that are being placed among them. */
export async function countOpenOrders(db: Queryable, walletIds: number[]): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `select count(*)::int as n from orders
     where wallet_id = any($1::bigint[]) and status in ('PLACING', 'PENDING', 'RECEIVED')`,
    [walletIds],
  );
  return row?.n ?? 0;
}

/** An order as a message for its number must know it, locked; the caller holds the number's lock. */
export async function lockOrderForMessage(
  tx: Tx,
  orderId: number,
  familyIds: number[],
): Promise<OrderOnNumber | undefined> {
  const [order] = await tx.rows<OrderOnNumber>(
    `select ${columnsOnNumber}, ${usesFor("$2::int[]")} ${fromOnNumber}
     where o.order_id = $1 and o.status not in ('PLACING', 'FAILED') for no key update of o`,
    [orderId, familyIds],
  );
  return order;
}
