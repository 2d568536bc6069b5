import type { Queryable, Tx } from "../../kit/db.ts";
import type { Answered } from "./queries.ts";

export async function insertAnswers(tx: Tx, answers: Answered[], at: Date): Promise<void> {
  await tx.rows(
    `insert into idempotency_keys (wallet_id, key, input_hash, order_id, answer, created_at)
     select *, $6::timestamptz from unnest($1::bigint[], $2::text[], $3::bytea[], $4::int[], $5::text[])`,
    [
      answers.map((entry) => entry.walletId),
      answers.map((entry) => entry.key),
      answers.map((entry) => entry.inputHash),
      answers.map((entry) => entry.orderId),
      answers.map((entry) => entry.answer),
      at,
    ],
  );
}

/** Takes the key for a request; false if it is already taken. Waits for a transaction that is taking it right now. */
export async function takeKey(
  db: Queryable,
  { walletId, key, inputHash }: { walletId: number; key: string; inputHash: Buffer },
  at: Date,
): Promise<boolean> {
  const taken = await db.rows(
    `insert into idempotency_keys (wallet_id, key, input_hash, created_at) values ($1, $2, $3, $4)
     on conflict (wallet_id, key) do nothing returning key`,
    [walletId, key, inputHash, at],
  );
  return taken.length > 0;
}

export async function writeAnswer(
  db: Queryable,
  walletId: number,
  key: string,
  answer: string,
): Promise<void> {
  await db.rows(`update idempotency_keys set answer = $3 where wallet_id = $1 and key = $2`, [
    walletId,
    key,
    answer,
  ]);
}

/** Takes over a key from a request that began before then and was never answered: its process is gone. */
export async function takeOverKey(
  db: Queryable,
  { walletId, key, before }: { walletId: number; key: string; before: Date },
  at: Date,
): Promise<boolean> {
  const rows = await db.rows(
    `update idempotency_keys set created_at = $4
     where wallet_id = $1 and key = $2 and answer is null and created_at < $3 returning key`,
    [walletId, key, before, at],
  );
  return rows.length > 0;
}

/** Frees the key of a failed request. */
export async function deleteAnswer(db: Queryable, walletId: number, key: string): Promise<void> {
  await db.rows(`delete from idempotency_keys where wallet_id = $1 and key = $2 and answer is null`, [
    walletId,
    key,
  ]);
}

/** Frees the keys of a failed order, so that the request may be retried. */
export async function deleteAnswersOf(tx: Tx, orderId: number): Promise<void> {
  await tx.rows(`delete from idempotency_keys where order_id = $1`, [orderId]);
}

/** Returns how many it deleted, at most `limit`. */
export async function deleteAnswersBefore(db: Queryable, before: Date, limit: number): Promise<number> {
  const [gone] = await db.rows<{ count: number }>(
    `with gone as (
       delete from idempotency_keys
       where ctid = any(array(select ctid from idempotency_keys where created_at < $1 limit $2)) returning 1
     )
     select count(*)::int as count from gone`,
    [before, limit],
  );
  return gone?.count ?? 0;
}
