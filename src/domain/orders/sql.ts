import type { Tx } from "../../kit/db.ts";
import type { OrderTimes } from "./order-times.ts";
import type { Order, OrderStatus } from "./order.ts";
import type { Movement } from "../wallet/wallet.ts";
import { orderColumns, fromOrders, shown } from "./queries.ts";

/** Numbers for new orders: never repeated, even if the transaction fails. */
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
> & { network: string | null };

/** The caller has locked the address groups that the orders are rented from. */
export async function insertOrders(tx: Tx, orders: NewOrder[], times: OrderTimes): Promise<void> {
  await tx.rows(
    `with made as (
       insert into orders (order_id, wallet_id, seq, key_id, service_id, family_id, country, provider, pool_id, number_id,
         number, supplier, status, price_minor, cost_minor, network, duration, created_at, expires_at, cancellable_at)
       select n.*, 'generic', $17, $18, $19
       from unnest($1::int[], $2::bigint[], $3::bigint[], $4::bigint[], $5::int[], $6::int[], $7::text[], $8::text[],
         $9::int[], $10::bigint[], $11::text[], $12::text[], $13::text[], $14::bigint[], $15::bigint[], $16::text[]) as n
     )
     update address_groups g set open_orders = g.open_orders + m.n,
       rents = m.n + case when g.rents_since > $17::timestamptz - interval '1 minute' then g.rents else 0 end,
       rents_since = case when g.rents_since > $17::timestamptz - interval '1 minute' then g.rents_since else $17 end
     from (select network, count(*) as n from unnest($16::text[]) as u (network) group by 1) m
     where g.network = m.network`,
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
      orders.map((order) => order.network),
      times.createdAt,
      times.expiresAt,
      times.cancellableAt,
    ],
  );
}

/** The orders of one wallet among the ids, locked in the order of the ids. */
export function lockOrders(tx: Tx, walletId: number, orderIds: number[]): Promise<Order[]> {
  return tx.rows(
    `select ${orderColumns} ${fromOrders}
     where o.wallet_id = $1 and o.order_id = any($2::int[]) and ${shown}
     order by o.order_id for no key update of o`,
    [walletId, orderIds],
  );
}

/** An order that is being placed, locked, for any caller. */
export async function lockPlacing(tx: Tx, orderId: number): Promise<Order | undefined> {
  const [order] = await tx.rows<Order>(
    `select ${orderColumns} ${fromOrders} where o.order_id = $1 and o.status = 'PLACING' for no key update of o`,
    [orderId],
  );
  return order;
}

/** Open orders whose window is over, locked; those that another process is closing are skipped. */
export function lockDueOrders(tx: Tx, at: Date, limit: number): Promise<Order[]> {
  return tx.rows(
    `select ${orderColumns} ${fromOrders}
     where o.closed_at is null and o.status <> 'PLACING' and o.expires_at <= $1
     order by o.expires_at limit $2 for no key update of o skip locked`,
    [at, limit],
  );
}

const isToday = `g.outcomes_day = ($2::timestamptz at time zone 'UTC')::date`;

/**
 * Takes those of the orders $1 that still wait for a code out of the address groups that they were rented from. How they
 * ended ($3) counts for the day of $2, and those that were not placed are no rents of the minute, at the same moment as for
 * the wallet (`insertPostings`). Groups are locked after the wallets, in the order of their names, and by one statement of a
 * transaction only: two that each locked them in two steps could deadlock.
 */
const leftGroups = `leaving as (
    select network, count(*) as n, min(created_at) as since from orders
    where order_id = any($1::int[]) and network is not null and status in ('PLACING', 'PENDING') group by 1
  ), held as (
    select g.network, l.n, l.since from address_groups g join leaving l using (network) order by g.network for update of g
  ), left_groups as (
    update address_groups g set open_orders = greatest(0, g.open_orders - h.n),
      rents = greatest(0, g.rents - case when $3 = 'not placed' and h.since >= g.rents_since then h.n else 0 end),
      outcomes_day = ($2::timestamptz at time zone 'UTC')::date,
      codes = case when ${isToday} then g.codes else 0 end + case when $3 = 'with a code' then h.n else 0 end,
      fruitless = case when ${isToday} then g.fruitless else 0 end
        + case when $3 = 'without a code' then h.n else 0 end
    from held h where g.network = h.network
  )`;

/**
 * The first message ends the hold, and the order no longer counts for its address group; every message counts, and the
 * newest code is the order's. The caller holds the wallets' locks.
 */
export async function markReceived(
  tx: Tx,
  received: { orderId: number; count: number; codeSealed: Buffer | null }[],
  at: Date,
): Promise<void> {
  await tx.rows(
    `with ${leftGroups}
     update orders o set status = 'RECEIVED', ended_at = coalesce(o.ended_at, $2), resend_at = null, network = null,
       message_count = o.message_count + r.count, code_sealed = coalesce(r.code_sealed, o.code_sealed)
     from unnest($1::int[], $4::int[], $5::bytea[]) as r (order_id, count, code_sealed)
     where o.order_id = r.order_id`,
    [
      received.map((entry) => entry.orderId),
      at,
      "with a code",
      received.map((entry) => entry.count),
      received.map((entry) => entry.codeSealed),
    ],
  );
}

/** A message's code changed once all of its parts were here; it becomes the order's unless there is a newer one. */
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

/** Of those that end an order before its first message. */
const outcomes: Partial<Record<OrderStatus, Movement["outcome"]>> = {
  CANCELLED: "without a code",
  EXPIRED: "without a code",
  FAILED: "not placed",
};

/**
 * Ends orders; `endedAt` is kept if the hold ended earlier. They no longer count for the address groups that they were
 * rented from, and forget them. The caller holds the wallets' locks.
 */
export async function markClosed(
  tx: Tx,
  orderIds: number[],
  { status, reportReason = null }: { status: OrderStatus; reportReason?: string | null },
  at: Date,
): Promise<void> {
  await tx.rows(
    `with ${leftGroups}
     update orders set status = $4, closed_at = $2, ended_at = coalesce(ended_at, $2), report_reason = $5, network = null
     where order_id = any($1::int[])`,
    [orderIds, at, outcomes[status] ?? null, status, reportReason],
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

export async function clearCodes(tx: Tx, orderIds: number[], closedBefore: Date): Promise<void> {
  await tx.rows(
    `update orders set code_sealed = null where order_id = any($1::int[]) and code_sealed is not null and closed_at < $2`,
    [orderIds, closedBefore],
  );
}

/** If two open orders on a number have become relatives, neither is moved. */
export async function moveOpenOrders(tx: Tx): Promise<void> {
  await tx.rows(
    `update orders o set family_id = s.family_id from services s
     where s.id = o.service_id and o.closed_at is null and o.family_id is distinct from s.family_id
       and not exists (select from orders x where x.number = o.number and x.order_id <> o.order_id and x.closed_at is null
         and (select family_id from services t where t.id = x.service_id) = s.family_id)`,
  );
}
