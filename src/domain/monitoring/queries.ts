import type { Queryable } from "../../kit/db.ts";
import type { Mode } from "../wallet/wallet.ts";

export interface DatabaseState {
  /** Configured so, or because it is recovering or follows another. */
  readOnly: boolean;
  now: Date;
  migrations: string[];
  /** Something that the first start sealed; null before. */
  sealed: { tokenHash: Buffer; settingsSealed: Buffer } | null;
}

export async function readDatabaseState(db: Queryable): Promise<DatabaseState> {
  const [state] = await db.rows<
    Omit<DatabaseState, "sealed"> & { tokenHash: Buffer | null; settingsSealed: Buffer }
  >(
    `select pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean as "readOnly",
       clock_timestamp() as now, array(select name from migrations order by name) as migrations,
       s.token_hash as "tokenHash", s.settings as "settingsSealed"
     from (select) one left join (select token_hash, settings from sources order by id limit 1) s on true`,
  );
  const { tokenHash, settingsSealed, ...rest } = state as NonNullable<typeof state>;
  return { ...rest, sealed: tokenHash && { tokenHash, settingsSealed } };
}

export interface OpenOrders {
  status: "PLACING" | "PENDING" | "RECEIVED";
  supplier: string;
  orders: number;
  priceMinor: number;
}

const sums = `select status, supplier, count(*)::int as orders, sum(price_minor)::bigint as "priceMinor" from orders`;

/** In two parts, because each has its own index, found by closed_at and number. */
export function countOpenOrders(db: Queryable): Promise<OpenOrders[]> {
  return db.rows(
    `${sums} where closed_at is null and status in ('PENDING', 'RECEIVED') group by status, supplier
     union all ${sums} where closed_at is null and number is null and status = 'PLACING' group by status, supplier`,
  );
}

export interface Ledgers {
  mode: Mode;
  currency: string;
  wallets: number;
  postings: number;
  spendableMinor: number;
  heldMinor: number;
  revenueMinor: number;
  fundingMinor: number;
}

export function sumLedgers(db: Queryable): Promise<Ledgers[]> {
  return db.rows(
    `select mode, currency, count(*)::int as wallets, sum(posting_seq)::bigint as postings,
       sum(spendable_minor)::bigint as "spendableMinor", sum(held_minor)::bigint as "heldMinor",
       sum(revenue_minor)::bigint as "revenueMinor", sum(funding_minor)::bigint as "fundingMinor"
     from wallets group by mode, currency`,
  );
}

export interface Waiting {
  /** Unmatched messages that can still be assigned. */
  unmatched: number;
  letters: number;
  /** Letters that could not be sent at the last attempt. */
  failedLetters: number;
  /** Numbers of our own that may be rented. */
  numbers: number;
}

export async function countWaiting(db: Queryable): Promise<Waiting> {
  const [waiting] = await db.rows<Waiting>(
    `select (select count(*)::int from messages m join sources s on s.id = m.source_id
          where m.state = 'unmatched' and m.text_sealed is not null and s.kind <> 'sandbox') as unmatched,
       l.letters, l.failed as "failedLetters",
       (select count(*)::int from numbers where retired_at is null) as numbers
     from (select count(*)::int as letters, count(error)::int as failed
       from outbox where sent_at is null and text_sealed is not null) l`,
  );
  return waiting as Waiting;
}

export interface DayOutcomes {
  supplier: string;
  delivered: number;
  failed: number;
  /** Codes by the time they took, in the buckets of domain/catalog/outcomes.ts. */
  seconds: number[];
}

/** The outcomes of the orders that ended on the day (UTC), by supplier. */
export function sumOutcomes(db: Queryable, day: Date): Promise<DayOutcomes[]> {
  return db.rows(
    `with today as (select p.supplier, o.* from outcomes o join pools p on p.id = o.pool_id where o.day = $1::date)
     select supplier, sum(delivered)::int as delivered, sum(failed)::int as failed,
       (select array_agg(n order by bucket) from (
          select bucket, sum(n)::int as n from today b, unnest(b.seconds) with ordinality as u (n, bucket)
          where b.supplier = t.supplier group by bucket) counted) as seconds
     from today t group by supplier`,
    [day],
  );
}

export interface SourceAge {
  id: number;
  kind: string;
  lastMessageAt: Date | null;
  createdAt: Date;
}

/** Sources in use, and when each last sent something. */
export function listSourceAges(db: Queryable): Promise<SourceAge[]> {
  return db.rows(
    `select s.id, s.kind, s.created_at as "createdAt",
       (select m.received_at from messages m where m.source_id = s.id order by m.id desc limit 1) as "lastMessageAt"
     from sources s where s.retired_at is null order by s.id`,
  );
}
