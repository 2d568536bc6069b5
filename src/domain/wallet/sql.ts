import type { Tx } from "../../kit/db.ts";
import { walletColumns } from "./queries.ts";
import { movements, type Movement, type Wallet } from "./wallet.ts";

/** Locks in the order of the ids, so that two transactions on the same wallets cannot deadlock. */
export function lockWallets(tx: Tx, ids: number[]): Promise<Wallet[]> {
  return tx.rows(
    `select ${walletColumns} from wallets where id = any($1::bigint[]) order by id for no key update`,
    [ids],
  );
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

const today = `($8::timestamptz at time zone 'UTC')::date`;
const isToday = `w.outcomes_day = ${today}`;

/**
 * Writes movements as postings and updates the balances, for any number of wallets at once. A hold also counts as an
 * order of the wallet, and as a rent of its minute unless no supplier had a number; outcomes count for its day, and what
 * was spent less what was given back for the day on which it was spent. Notifies listeners on the channel at the commit.
 * The caller holds the wallets' locks.
 */
export async function insertPostings(
  tx: Tx,
  entries: Movement[],
  { channel, payloads }: { channel: string; payloads: string[] },
  at: Date,
): Promise<void> {
  await tx.rows(
    `with input as (
       select *, case when credit = 'spendable' then amount when debit = 'spendable' then -amount else 0 end as change
       from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::int[], $7::text[], $9::text[], $12::text[], $13::timestamptz[])
         with ordinality as i (wallet_id, kind, debit, credit, amount, order_id, reason, reference, outcome, spent_at, ord)
     ), total as (
       select wallet_id, count(*) as postings, sum(change) as spendable,
         sum(case when credit = 'held' then amount when debit = 'held' then -amount else 0 end) as held,
         sum(case when credit = 'revenue' then amount when debit = 'revenue' then -amount else 0 end) as revenue,
         sum(case when credit = 'funding' then amount when debit = 'funding' then -amount else 0 end) as funding,
         count(*) filter (where kind = 'hold') as made,
         count(*) filter (where kind in ('capture', 'release')) as ended,
         sum(case when kind in ('hold', 'late') then amount
           when kind in ('release', 'refund') and (spent_at at time zone 'UTC')::date = ${today} then -amount
           else 0 end) as spent,
         count(*) filter (where outcome = 'not placed') as not_placed,
         min(spent_at) filter (where outcome = 'not placed') as not_placed_since,
         count(*) filter (where outcome = 'with a code') as codes,
         count(*) filter (where outcome = 'without a code') as fruitless
       from input group by wallet_id
     ), moved as (
       update wallets w set
         spendable_minor = w.spendable_minor + t.spendable,
         held_minor = w.held_minor + t.held,
         revenue_minor = w.revenue_minor + t.revenue,
         funding_minor = w.funding_minor + t.funding,
         posting_seq = w.posting_seq + t.postings,
         order_seq = w.order_seq + t.made,
         open_holds = w.open_holds + t.made - t.ended,
         rents = t.made + case when w.rents_since > $8::timestamptz - interval '1 minute'
           then greatest(0, w.rents - case when t.not_placed_since >= w.rents_since then t.not_placed else 0 end) else 0 end,
         rents_since = case when t.made = 0 or w.rents_since > $8::timestamptz - interval '1 minute' then w.rents_since else $8 end,
         spent_minor = greatest(0, t.spent + case when w.spent_day = ${today} then w.spent_minor else 0 end),
         spent_day = ${today},
         codes = t.codes + case when ${isToday} then w.codes else 0 end,
         fruitless = t.fruitless + case when ${isToday} then w.fruitless else 0 end,
         outcomes_day = case when t.codes + t.fruitless > 0 then ${today} else w.outcomes_day end
       from total t where w.id = t.wallet_id
       returning w.id, w.spendable_minor - t.spendable as spendable, w.posting_seq - t.postings as seq
     ), written as (
       insert into postings
         (wallet_id, seq, kind, debit, credit, amount_minor, spendable_after_minor, order_id, reason, reference, created_at)
       select i.wallet_id, m.seq + row_number() over w, i.kind, i.debit, i.credit, i.amount,
         m.spendable + sum(i.change) over w, i.order_id, i.reason, i.reference, $8
       from input i join moved m on m.id = i.wallet_id
       window w as (partition by i.wallet_id order by i.ord)
     )
     select pg_notify($10, payload) from unnest($11::text[]) as p (payload)`,
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
      channel,
      payloads,
      entries.map((entry) => entry.outcome ?? null),
      entries.map((entry) => entry.spentAt ?? null),
    ],
  );
}

/** One booking of a reference at a time, until the transaction ends. */
export async function lockReference(tx: Tx, reference: string): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended('reference ' || lower($1), 0))`, [reference]);
}
