import type { Queryable } from "../../kit/db.ts";
import { formsOf } from "../../kit/one-number.ts";
import type { Mode } from "../wallet/wallet.ts";

/** The operator's lists over all accounts. Read only. */

export interface Customer {
  id: number;
  username: string;
  email: string | null;
  currency: string;
  spendableMinor: number;
  heldMinor: number;
  orders: number;
  createdAt: Date;
  suspendedAt: Date | null;
  closedAt: Date | null;
  /** Closed with money that is to be paid out. */
  awaitsPayOut: boolean;
}

const customerColumns = `a.id, a.username,
  (select m.email from members m where m.account_id = a.id and m.role = 'owner' order by m.id limit 1) as email,
  w.currency, w.spendable_minor as "spendableMinor", w.held_minor as "heldMinor", w.order_seq as orders,
  a.created_at as "createdAt", a.suspended_at as "suspendedAt", a.closed_at as "closedAt",
  a.pay_out_to_sealed is not null and w.spendable_minor > 0 as "awaitsPayOut"
  from accounts a join wallets w on w.account_id = a.id and w.mode = 'live'`;

/** Newest first; `q` is part of the account's name, or of a member's name or address, or its id. */
export function listCustomers(
  db: Queryable,
  q: string | null,
  beforeId: number,
  limit: number,
): Promise<Customer[]> {
  return db.rows(
    `select ${customerColumns} where a.id < $2 and ($1::text is null or a.id::text = $1
       or strpos(lower(a.username), lower($1)) > 0 or exists (
         select from members m where m.account_id = a.id
           and (strpos(lower(m.username), lower($1)) > 0 or strpos(lower(m.email), lower($1)) > 0)))
     order by a.id desc limit $3`,
    [q, beforeId, limit],
  );
}

export async function findCustomer(db: Queryable, id: number): Promise<Customer | undefined> {
  const [customer] = await db.rows<Customer>(`select ${customerColumns} where a.id = $1`, [id]);
  return customer;
}

export interface WalletFigures {
  mode: Mode;
  currency: string;
  spendableMinor: number;
  heldMinor: number;
  revenueMinor: number;
  openHolds: number;
  lowBalanceMinor: number;
  maxOpenOrders: number | null;
}

export function listWallets(db: Queryable, accountId: number): Promise<WalletFigures[]> {
  return db.rows(
    `select mode, currency, spendable_minor as "spendableMinor", held_minor as "heldMinor",
       revenue_minor as "revenueMinor", open_holds as "openHolds", low_balance_minor as "lowBalanceMinor",
       max_open_orders as "maxOpenOrders"
     from wallets where account_id = $1 order by mode`,
    [accountId],
  );
}

export interface OperatorOrder {
  orderId: number;
  seq: number;
  accountId: number;
  username: string;
  mode: Mode;
  service: string;
  country: string;
  provider: string;
  supplier: string;
  poolId: number;
  pool: string;
  number: string | null;
  status: string;
  priceMinor: number;
  costMinor: number;
  createdAt: Date;
  expiresAt: Date;
  closedAt: Date | null;
  messageCount: number;
}

export interface OrdersFilter {
  /** An order's id, or digits of its number. */
  q: string | null;
  status: string[] | null;
  mode: Mode | null;
  accountId: number | null;
  /** In whichever form it is written (kit/one-number.ts). */
  number: string | null;
  /** Slug. */
  service: string | null;
  country: string | null;
  poolId: number | null;
  supplier: string | null;
  /** Rented in [from, to). */
  from: Date | null;
  to: Date | null;
  /** The last row of the page before. */
  before: { createdAt: Date; orderId: number } | null;
}

/** Newest first, of every account and in any state. */
export function listOrdersOfAll(
  db: Queryable,
  filter: OrdersFilter,
  limit: number,
): Promise<OperatorOrder[]> {
  return db.rows(
    `select o.order_id as "orderId", o.seq, a.id as "accountId", a.username, w.mode, s.slug as service, o.country,
       o.provider, o.supplier, o.pool_id as "poolId", p.name as pool, o.number, o.status, o.price_minor as "priceMinor",
       o.cost_minor as "costMinor", o.created_at as "createdAt", o.expires_at as "expiresAt", o.closed_at as "closedAt", o.message_count as "messageCount"
     from orders o join wallets w on w.id = o.wallet_id join accounts a on a.id = w.account_id
     join services s on s.id = o.service_id join pools p on p.id = o.pool_id
     where ($1::text is null or o.order_id::text = $1 or strpos(o.number, $1) > 0
       or one_number(o.number) = one_number($1))
       and ($2::text[] is null or o.status = any($2)) and ($3::text is null or w.mode = $3)
       and ($4::bigint is null or w.account_id = $4) and ($5::text[] is null or o.number = any($5))
       and ($6::timestamptz is null or (o.created_at, o.order_id) < ($6, $7::int))
       and ($9::text is null or s.slug = $9) and ($10::text is null or o.country = $10)
       and ($11::int is null or o.pool_id = $11) and ($12::text is null or o.supplier = $12)
       and ($13::timestamptz is null or o.created_at >= $13) and ($14::timestamptz is null or o.created_at < $14)
     order by o.created_at desc, o.order_id desc limit $8`,
    [
      filter.q,
      filter.status,
      filter.mode,
      filter.accountId,
      filter.number === null ? null : formsOf(filter.number),
      filter.before?.createdAt ?? null,
      filter.before?.orderId ?? null,
      limit,
      filter.service,
      filter.country,
      filter.poolId,
      filter.supplier,
      filter.from,
      filter.to,
    ],
  );
}

export type NumberState = "free" | "rented" | "resting" | "retired";

export interface NumberQuery {
  id: number | null;
  poolId: number | null;
  country: string | null;
  /** Digits that the number contains. */
  contains: string | null;
  state: NumberState | null;
  /** Only lines that seem dead: `silentLines`. */
  silentSince: Date | null;
  beforeId: number;
}

export interface InventoryNumber {
  id: number;
  number: string;
  poolId: number;
  pool: string;
  country: string;
  areaCode: string | null;
  lineType: string | null;
  state: NumberState;
  rentedFor: string[];
  /** Families, each as the list of its services, beginning with the one that names the family. */
  restingFor: { services: string[]; until: string }[];
  createdAt: Date;
  retiredAt: Date | null;
  lastMessageAt: Date | null;
}

/** Orders without a code on which a line counts as silent when no message came meanwhile. */
const silentAfterOrders = 3;

/** Whether number `n` was rented again and again since a time, and nothing came on it. */
const silent = (since: string): string => `(n.retired_at is null
  and (select count(*) from (
    select from orders o where o.number = n.number and o.created_at >= ${since} and o.status in ('CANCELLED', 'EXPIRED')
    limit ${silentAfterOrders}) f) = ${silentAfterOrders}
  and not exists (select from messages m where m.number = one_number(n.number) and m.received_at >= ${since}))`;

/** How many lines of our own seem dead since then. */
export async function countSilentLines(db: Queryable, since: Date): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `select count(*)::int as n from numbers n
     where n.number in (
       select number from orders where created_at >= $1 and number_id is not null and status in ('CANCELLED', 'EXPIRED')
       group by number having count(*) >= ${silentAfterOrders})
     and ${silent("$1")}`,
    [since],
  );
  return row?.n ?? 0;
}

/**
 * A page of the inventory with the current state of each number for each service, newest first.
 */
export function listInventory(
  db: Queryable,
  query: NumberQuery,
  at: Date,
  quarantineSeconds: number,
  limit: number,
): Promise<InventoryNumber[]> {
  return db.rows(
    `select n.id, n.number, n.pool_id as "poolId", p.name as pool, n.country, n.area_code as "areaCode",
       n.line_type as "lineType", t.state, u.rented as "rentedFor", u.resting as "restingFor",
       n.created_at as "createdAt", n.retired_at as "retiredAt",
       (select m.received_at from messages m where m.number = one_number(n.number) order by m.id desc limit 1) as "lastMessageAt"
     from numbers n join pools p on p.id = n.pool_id
     cross join lateral (
       select array(select s.slug from orders o join services s on s.id = o.service_id
           where o.number = n.number and o.closed_at is null order by s.slug) as rented,
         (select coalesce(jsonb_agg(jsonb_build_object('services', (
             select jsonb_agg(f.slug order by f.id <> s.id, f.slug) from services f where f.family_id = s.family_id),
             'until', to_json(r.until)) order by s.slug), '[]')
           from number_uses u
           cross join lateral (select greatest(u.rests_until, u.used_at + make_interval(secs => $10)) as until) r
           join services s on s.family_id = u.family_id and s.family_id in (0, s.id)
           where u.number = n.number and u.rests_until <> 'infinity' and r.until > $6) as resting
     ) u
     cross join lateral (select case when n.retired_at is not null then 'retired' when u.rented <> '{}' then 'rented'
       when u.resting <> '[]' then 'resting' else 'free' end as state) t
     where n.id < $5 and ($1::bigint is null or n.id = $1) and ($2::int is null or n.pool_id = $2)
       and ($3::text is null or n.country = $3) and ($4::text is null or strpos(n.number, $4) > 0
         or one_number(n.number) = one_number($4))
       and ($7::text is null or t.state = $7) and ($9::timestamptz is null or ${silent("$9")})
     order by n.id desc limit $8`,
    [
      query.id,
      query.poolId,
      query.country,
      query.contains,
      query.beforeId,
      at,
      query.state,
      limit,
      query.silentSince,
      quarantineSeconds,
    ],
  );
}

export interface PoolFigures {
  id: number;
  name: string;
  mode: Mode;
  provider: string;
  supplier: string;
  priceMinor: number;
  costMinor: number;
  lateMessages: string;
  numbers: number;
  overrides: number;
  createdAt: Date;
  retiredAt: Date | null;
}

/** Every pool, retired ones last. */
export function listPoolFigures(db: Queryable): Promise<PoolFigures[]> {
  return db.rows(
    `select p.id, p.name, p.mode, p.provider, p.supplier, p.price_minor as "priceMinor",
       p.cost_minor as "costMinor", p.late_messages as "lateMessages",
       (select count(*)::int from numbers n where n.pool_id = p.id and n.retired_at is null) as numbers,
       (select count(*)::int from prices o where o.pool_id = p.id) as overrides,
       p.created_at as "createdAt", p.retired_at as "retiredAt"
     from pools p order by p.retired_at is not null, p.id`,
  );
}

export interface SourceFigures {
  id: number;
  kind: string;
  name: string;
  createdAt: Date;
  retiredAt: Date | null;
  lastMessageAt: Date | null;
  messagesToday: number;
  unmatchedToday: number;
}

/** `text_sealed is not null`: the index by age has only those, and today's texts are never erased yet. */
export function listSourceFigures(db: Queryable, since: Date): Promise<SourceFigures[]> {
  return db.rows(
    `select s.id, s.kind, s.name, s.created_at as "createdAt", s.retired_at as "retiredAt",
       (select m.received_at from messages m where m.source_id = s.id order by m.id desc limit 1) as "lastMessageAt",
       coalesce(t.n, 0) as "messagesToday", coalesce(t.unmatched, 0) as "unmatchedToday"
     from sources s left join (
       select source_id, count(*)::int as n, count(*) filter (where state = 'unmatched')::int as unmatched
       from messages where received_at >= $1 and text_sealed is not null group by source_id
     ) t on t.source_id = s.id
     order by s.retired_at is not null, s.id`,
    [since],
  );
}

export interface SupplierFigures {
  supplier: string;
  orders: number;
  delivered: number;
  failed: number;
  lastCodeAt: Date | null;
}

/** The suppliers of live numbers, with the outcomes of their orders since a time. */
export function listSupplierFigures(db: Queryable, since: Date): Promise<SupplierFigures[]> {
  return db.rows(
    `select p.supplier, coalesce(sum(f.orders), 0)::int as orders, coalesce(sum(f.delivered), 0)::int as delivered,
       coalesce(sum(f.failed), 0)::int as failed, max(f.last_code) as "lastCodeAt"
     from pools p left join (
       select pool_id, count(*) as orders, count(*) filter (where status in ('RECEIVED', 'FINISHED')) as delivered,
         count(*) filter (where status in ('CANCELLED', 'EXPIRED')) as failed,
         max(ended_at) filter (where status in ('RECEIVED', 'FINISHED')) as last_code
       from orders where created_at >= $1 and status <> 'FAILED' group by pool_id
     ) f on f.pool_id = p.id
     where p.mode = 'live' and p.retired_at is null group by p.supplier order by p.supplier`,
    [since],
  );
}
