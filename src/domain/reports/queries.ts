import type { Queryable } from "../../kit/db.ts";

export interface ServiceSpending {
  service: string;
  name: string;
  spentMinor: number;
  orders: number;
}

/** The net cost of postings of these kinds to the wallet. */
const spent = `sum(case when p.kind = 'refund' then -p.amount_minor else p.amount_minor end)::bigint`;

const paid = `p.kind in ('capture', 'late', 'refund')`;

export function spendingByService(db: Queryable, walletId: number, since: Date): Promise<ServiceSpending[]> {
  return db.rows(
    `select s.slug as service, s.name, ${spent} as "spentMinor", count(distinct p.order_id)::int as orders
     from postings p join orders o on o.order_id = p.order_id join services s on s.id = o.service_id
     where p.wallet_id = $1 and p.created_at >= $2 and ${paid} group by s.id order by 3 desc, s.slug`,
    [walletId, since],
  );
}

export interface DaySpending {
  /** 2026-11-24 */
  day: string;
  spentMinor: number;
  orders: number;
}

export function spendingByDay(
  db: Queryable,
  walletId: number,
  since: Date,
  today: Date,
): Promise<DaySpending[]> {
  return db.rows(
    `select to_char(d.day, 'YYYY-MM-DD') as day, coalesce(p.spent, 0)::bigint as "spentMinor", coalesce(p.orders, 0)::int as orders
     from generate_series($2::timestamptz, $3::timestamptz, interval '1 day') as d (day)
     left join (
       select date_trunc('day', p.created_at, 'UTC') as day, ${spent} as spent, count(distinct p.order_id) as orders
       from postings p where p.wallet_id = $1 and p.created_at >= $2 and ${paid} group by 1
     ) p on p.day = d.day
     order by d.day`,
    [walletId, since, today],
  );
}

export interface Figures {
  orders: number;
  delivered: number;
  failed: number;
  revenueMinor: number;
  /** The cost of the numbers that received a code. */
  costMinor: number;
  medianSeconds: number | null;
}

/** Live orders by the time they were rented: how many, their outcomes, their revenue, and how long codes took. */
const figures = `count(*)::int as orders,
  count(*) filter (where o.status in ('RECEIVED', 'FINISHED'))::int as delivered,
  count(*) filter (where o.status in ('CANCELLED', 'EXPIRED'))::int as failed,
  coalesce(sum(o.price_minor) filter (where o.status in ('RECEIVED', 'FINISHED')), 0)::bigint as "revenueMinor",
  coalesce(sum(o.cost_minor) filter (where o.status in ('RECEIVED', 'FINISHED')), 0)::bigint as "costMinor",
  percentile_cont(0.5) within group (order by extract(epoch from o.ended_at - o.created_at)::float8)
    filter (where o.status in ('RECEIVED', 'FINISHED')) as "medianSeconds"`;

const liveOrders = `orders o join wallets w on w.id = o.wallet_id and w.mode = 'live' and o.status <> 'FAILED'`;

export async function figuresBetween(db: Queryable, from: Date, to: Date): Promise<Figures> {
  const [row] = await db.rows<Figures>(
    `select ${figures} from ${liveOrders} where o.created_at >= $1 and o.created_at < $2`,
    [from, to],
  );
  return row as Figures;
}

/** An entry for every hour, oldest first. */
export function figuresByHour(db: Queryable, from: Date, to: Date): Promise<(Figures & { hour: Date })[]> {
  return db.rows(
    `select h.hour, coalesce(f.orders, 0) as orders, coalesce(f.delivered, 0) as delivered, coalesce(f.failed, 0) as failed,
       coalesce(f."revenueMinor", 0) as "revenueMinor", coalesce(f."costMinor", 0) as "costMinor", f."medianSeconds"
     from generate_series($1::timestamptz, $2::timestamptz, interval '1 hour') as h (hour)
     left join (
       select date_trunc('hour', o.created_at) as hour, ${figures} from ${liveOrders} where o.created_at >= $1 group by 1
     ) f on f.hour = h.hour
     order by h.hour`,
    [from, to],
  );
}

export interface PoolServiceFigures extends Figures {
  service: string;
  name: string;
  poolId: number;
  pool: string;
}

/** The busiest pairs first. */
export function figuresByServiceAndPool(
  db: Queryable,
  from: Date,
  limit: number,
): Promise<PoolServiceFigures[]> {
  return db.rows(
    `select s.slug as service, s.name, p.id as "poolId", p.name as pool, ${figures}
     from ${liveOrders} join services s on s.id = o.service_id join pools p on p.id = o.pool_id
     where o.created_at >= $1 group by s.id, p.id order by count(*) desc, s.slug, p.id limit $2`,
    [from, limit],
  );
}

/** What a new customer does first, and whether it is done. */
export interface AccountSteps {
  key: boolean;
  sandboxCode: boolean;
  liveCode: boolean;
}

const codeIn = (mode: string): string => `exists (select from orders o join wallets w on w.id = o.wallet_id
  where w.account_id = $1 and w.mode = '${mode}' and o.message_count > 0)`;

export async function findAccountSteps(db: Queryable, accountId: number): Promise<AccountSteps> {
  const [steps] = await db.rows<AccountSteps>(
    `select exists (select from api_keys k join wallets w on w.id = k.wallet_id where w.account_id = $1) as key,
       ${codeIn("test")} as "sandboxCode", ${codeIn("live")} as "liveCode"`,
    [accountId],
  );
  return steps as AccountSteps;
}

/** What a new operator does first, and whether it is done. The sandbox, which is always there, does not count. */
export interface ServerSteps {
  pool: boolean;
  numbers: boolean;
  source: boolean;
  /** A message came over a source. */
  message: boolean;
  /** Somebody other than an operator can sign in. */
  customer: boolean;
}

export async function findServerSteps(db: Queryable): Promise<ServerSteps> {
  const [steps] = await db.rows<ServerSteps>(
    `select exists (select from pools where mode = 'live' and retired_at is null) as pool,
       exists (select from numbers n join pools p on p.id = n.pool_id where p.mode = 'live' and n.retired_at is null) as numbers,
       exists (select from sources where kind <> 'sandbox' and retired_at is null) as source,
       exists (select from sources s where s.kind <> 'sandbox'
         and exists (select from messages m where m.source_id = s.id)) as message,
       exists (select from members where account_id is not null) as customer`,
  );
  return steps as ServerSteps;
}
