import type { Tx } from "../../../kit/db.ts";

/** What is left at $4 of attempts counted before, if $5 are forgotten per day. */
const left = `greatest(0, t.tries - $5::float8 * extract(epoch from $4::timestamptz - t.counted_at)::float8 / 86400)`;

interface Counted {
  walletId: number;
  poolId: number;
  count: number;
}
const valuesOf = (entries: Counted[], allowance: number, at: Date): unknown[] => [
  entries.map((entry) => entry.walletId),
  entries.map((entry) => entry.poolId),
  entries.map((entry) => entry.count),
  at,
  allowance,
];

/** Counts attempts; each wallet, locked by the caller, and pool once. */
export async function addTries(tx: Tx, entries: Counted[], allowance: number, at: Date): Promise<void> {
  await tx.rows(
    `insert into pool_tries as t (wallet_id, pool_id, tries, counted_at)
     select e.*, $4::timestamptz from unnest($1::bigint[], $2::int[], $3::int[]) as e
     on conflict (wallet_id, pool_id) do update set tries = ${left} + excluded.tries, counted_at = excluded.counted_at`,
    valuesOf(entries, allowance, at),
  );
}

/** Removes attempts, as far as there are any. */
export async function forgiveTries(tx: Tx, entries: Counted[], allowance: number, at: Date): Promise<void> {
  await tx.rows(
    `update pool_tries t set tries = greatest(0, ${left} - e.count), counted_at = $4
     from unnest($1::bigint[], $2::int[], $3::int[]) as e (wallet_id, pool_id, count)
     where t.wallet_id = e.wallet_id and t.pool_id = e.pool_id`,
    valuesOf(entries, allowance, at),
  );
}
