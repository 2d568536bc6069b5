import type { Queryable, Tx } from "../../kit/db.ts";
import { movements, type Mode, type Movement, type Wallet } from "./wallet.ts";

export const walletColumns = `id, account_id as "accountId", mode, currency, spendable_minor as "spendableMinor",
  held_minor as "heldMinor", open_holds as "openHolds", order_seq as "orderSeq",
  low_balance_minor as "lowBalanceMinor", max_open_orders as "maxOpenOrders"`;

/** Locks in the order of the ids, so that two transactions over the same wallets never wait for each other. */
export function lockWallets(tx: Tx, ids: number[]): Promise<Wallet[]> {
  return tx.rows(
    `select ${walletColumns} from wallets where id = any($1::bigint[]) order by id for no key update`,
    [ids],
  );
}

export async function findWallet(db: Queryable, accountId: number, mode: Mode): Promise<Wallet | undefined> {
  const [wallet] = await db.rows<Wallet>(
    `select ${walletColumns} from wallets where account_id = $1 and mode = $2`,
    [accountId, mode],
  );
  return wallet;
}

export async function findWalletById(db: Queryable, id: number): Promise<Wallet | undefined> {
  const [wallet] = await db.rows<Wallet>(`select ${walletColumns} from wallets where id = $1`, [id]);
  return wallet;
}

export async function setLowBalance(tx: Tx, id: number, lowBalanceMinor: number): Promise<void> {
  await tx.rows(`update wallets set low_balance_minor = $2 where id = $1`, [id, lowBalanceMinor]);
}

export async function setMaxOpenOrders(tx: Tx, id: number, maxOpenOrders: number | null): Promise<void> {
  await tx.rows(`update wallets set max_open_orders = $2 where id = $1`, [id, maxOpenOrders]);
}

export function insertWallets(
  tx: Tx,
  accountId: number,
  currency: string,
  lowBalanceMinor: number,
): Promise<Wallet[]> {
  return tx.rows(
    `insert into wallets (account_id, mode, currency, low_balance_minor)
     values ($1, 'live', $2, $3), ($1, 'test', $2, $3) returning ${walletColumns}`,
    [accountId, currency, lowBalanceMinor],
  );
}

/**
 * Writes movements as postings and moves the balances beside them, for any number of wallets at once. A hold also
 * counts as an order of the wallet. The caller holds the wallets' locks.
 */
export async function insertPostings(tx: Tx, entries: Movement[], at: Date): Promise<void> {
  await tx.rows(
    `with input as (
       select *, case when credit = 'spendable' then amount when debit = 'spendable' then -amount else 0 end as change
       from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::int[], $7::text[], $9::text[])
         with ordinality as i (wallet_id, kind, debit, credit, amount, order_id, reason, reference, ord)
     ), total as (
       select wallet_id, count(*) as postings, sum(change) as spendable,
         sum(case when credit = 'held' then amount when debit = 'held' then -amount else 0 end) as held,
         sum(case when credit = 'revenue' then amount when debit = 'revenue' then -amount else 0 end) as revenue,
         sum(case when credit = 'funding' then amount when debit = 'funding' then -amount else 0 end) as funding,
         count(*) filter (where kind = 'hold') as made,
         count(*) filter (where kind in ('capture', 'release')) as ended
       from input group by wallet_id
     ), moved as (
       update wallets w set
         spendable_minor = w.spendable_minor + t.spendable,
         held_minor = w.held_minor + t.held,
         revenue_minor = w.revenue_minor + t.revenue,
         funding_minor = w.funding_minor + t.funding,
         posting_seq = w.posting_seq + t.postings,
         order_seq = w.order_seq + t.made,
         open_holds = w.open_holds + t.made - t.ended
       from total t where w.id = t.wallet_id
       returning w.id, w.spendable_minor - t.spendable as spendable, w.posting_seq - t.postings as seq
     )
     insert into postings
       (wallet_id, seq, kind, debit, credit, amount_minor, spendable_after_minor, order_id, reason, reference, created_at)
     select i.wallet_id, m.seq + row_number() over w, i.kind, i.debit, i.credit, i.amount,
       m.spendable + sum(i.change) over w, i.order_id, i.reason, i.reference, $8
     from input i join moved m on m.id = i.wallet_id
     window w as (partition by i.wallet_id order by i.ord)`,
    [
      entries.map((entry) => entry.walletId),
      entries.map((entry) => entry.kind),
      entries.map((entry) => movements[entry.kind].debit),
      entries.map((entry) => movements[entry.kind].credit),
      entries.map((entry) => entry.amountMinor),
      entries.map((entry) => entry.orderId ?? null),
      entries.map((entry) => entry.reason ?? null),
      at,
      entries.map((entry) => entry.reference ?? null),
    ],
  );
}

export interface StatementLine {
  seq: number;
  kind: string;
  debit: string;
  credit: string;
  amountMinor: number;
  spendableAfterMinor: number;
  orderId: number | null;
  reason: string | null;
  reference: string | null;
  createdAt: Date;
}

export interface BookedReference {
  username: string;
  amountMinor: number;
  currency: string;
  createdAt: Date;
}

/** Whether the wallet's account was closed; its closing holds the wallet's lock. */
export async function isClosed(tx: Tx, walletId: number): Promise<boolean> {
  const rows = await tx.rows(
    `select 1 from wallets w join accounts a on a.id = w.account_id where w.id = $1 and a.closed_at is not null`,
    [walletId],
  );
  return rows.length > 0;
}

/** One booking of a reference at a time, until the transaction ends. */
export async function lockReference(tx: Tx, reference: string): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended('reference ' || lower($1), 0))`, [reference]);
}

export async function findPostingByReference(
  tx: Tx,
  reference: string,
): Promise<BookedReference | undefined> {
  const [posting] = await tx.rows<BookedReference>(
    `select a.username, w.currency, p.created_at as "createdAt",
       case when p.credit = 'spendable' then p.amount_minor else -p.amount_minor end as "amountMinor"
     from postings p join wallets w on w.id = p.wallet_id join accounts a on a.id = w.account_id
     where lower(p.reference) = lower($1)`,
    [reference],
  );
  return posting;
}

/** Newest first, from before `beforeSeq`; of some kinds only, where they are named. */
export function listPostings(
  db: Queryable,
  walletId: number,
  beforeSeq: number,
  limit: number,
  kinds: string[] | null = null,
): Promise<StatementLine[]> {
  return db.rows(
    `select seq, kind, debit, credit, amount_minor as "amountMinor", spendable_after_minor as "spendableAfterMinor",
       order_id as "orderId", reason, reference, created_at as "createdAt"
     from postings where wallet_id = $1 and seq < $2 and ($4::text[] is null or kind = any($4))
     order by seq desc limit $3`,
    [walletId, beforeSeq, limit, kinds],
  );
}

/** What an order moved, oldest first. */
export function listPostingsOf(db: Queryable, walletId: number, orderId: number): Promise<StatementLine[]> {
  return db.rows(
    `select seq, kind, debit, credit, amount_minor as "amountMinor", spendable_after_minor as "spendableAfterMinor",
       order_id as "orderId", reason, reference, created_at as "createdAt"
     from postings where wallet_id = $1 and order_id = $2 order by seq`,
    [walletId, orderId],
  );
}

/** What is off, one sentence a finding; each part proves one rule of ARCHITECTURE.md, "Money". */
export async function findFaults(db: Queryable): Promise<string[]> {
  const faults = await db.rows<{ fault: string }>(
    `with sums as (
       select w.id,
         coalesce(sum(case when credit = 'spendable' then amount_minor when debit = 'spendable' then -amount_minor end), 0) as spendable,
         coalesce(sum(case when credit = 'held' then amount_minor when debit = 'held' then -amount_minor end), 0) as held,
         coalesce(sum(case when credit = 'revenue' then amount_minor when debit = 'revenue' then -amount_minor end), 0) as revenue,
         coalesce(sum(case when credit = 'funding' then amount_minor when debit = 'funding' then -amount_minor end), 0) as funding,
         count(p.seq) as postings,
         count(p.seq) filter (where kind = 'hold') as holds,
         count(p.seq) filter (where kind in ('capture', 'release')) as ends
       from wallets w left join postings p on p.wallet_id = w.id group by w.id
     )
     select 'wallet ' || w.id || ': balances are not the sums of its postings' as fault
       from wallets w join sums s using (id)
       where (w.spendable_minor, w.held_minor, w.revenue_minor, w.funding_minor)
         is distinct from (s.spendable, s.held, s.revenue, s.funding)
     union all
     select 'wallet ' || w.id || ': its counts of postings, orders or open holds are wrong'
       from wallets w join sums s using (id)
       where (w.posting_seq, w.order_seq, w.open_holds) is distinct from (s.postings, s.holds, s.holds - s.ends)
     union all
     select 'currency ' || currency || ': the books sum to ' || sum(spendable_minor + held_minor + revenue_minor + funding_minor)
       from wallets group by currency having sum(spendable_minor + held_minor + revenue_minor + funding_minor) <> 0
     union all
     select 'order ' || o.order_id || ' (' || o.status || '): held ' || coalesce(h.holds, 0) || ' times, captured '
         || coalesce(h.captures, 0) || ' times, released ' || coalesce(h.releases, 0) || ' times'
       from orders o left join (
         select order_id, count(*) filter (where kind = 'hold') as holds,
           count(*) filter (where kind = 'capture') as captures,
           count(*) filter (where kind = 'release') as releases
         from postings where order_id is not null group by order_id
       ) h using (order_id)
       where (coalesce(h.holds, 0), coalesce(h.captures, 0), coalesce(h.releases, 0)) is distinct from (
         1,
         case when o.status in ('RECEIVED', 'FINISHED') then 1 else 0 end,
         case when o.status in ('CANCELLED', 'EXPIRED', 'FAILED') then 1 else 0 end)
     union all
     select 'order ' || p.order_id || ': a posting of another amount or wallet than the order''s'
       from postings p join orders o using (order_id)
       where p.kind in ('hold', 'capture', 'release') and (p.amount_minor, p.wallet_id) <> (o.price_minor, o.wallet_id)
     union all
     select 'order ' || p.order_id || ': money was moved for an order that does not exist'
       from postings p left join orders o using (order_id) where p.order_id is not null and o.order_id is null
     union all
     select 'order ' || o.order_id || ': its wallet, service, pool, key or number does not exist'
       from orders o left join wallets w on w.id = o.wallet_id left join services s on s.id = o.service_id
         left join pools p on p.id = o.pool_id left join api_keys k on k.id = o.key_id
         left join numbers n on n.id = o.number_id
       where w.id is null or s.id is null or p.id is null or (o.key_id is not null and k.id is null)
         or (o.number_id is not null and n.id is null)
     union all
     select 'message ' || m.id || ': its order or source does not exist'
       from messages m left join orders o using (order_id) left join sources s on s.id = m.source_id
       where s.id is null or (m.order_id is not null and o.order_id is null)
     union all
     select 'wallet ' || p.wallet_id || ': it has postings or events and does not exist'
       from (select wallet_id from postings union select wallet_id from events) p
         left join wallets w on w.id = p.wallet_id
       where w.id is null`,
  );
  return faults.map(({ fault }) => fault);
}

export interface Totals {
  currency: string;
  mode: Mode;
  spendableMinor: number;
  heldMinor: number;
  revenueMinor: number;
  fundingMinor: number;
  wallets: number;
  postings: number;
}

export function sumBooks(db: Queryable): Promise<Totals[]> {
  return db.rows(
    `select currency, mode, sum(spendable_minor)::bigint as "spendableMinor", sum(held_minor)::bigint as "heldMinor",
       sum(revenue_minor)::bigint as "revenueMinor", sum(funding_minor)::bigint as "fundingMinor",
       count(*) as wallets, sum(posting_seq)::bigint as postings
     from wallets group by currency, mode order by currency, mode`,
  );
}
