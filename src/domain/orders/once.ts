import type { Tx } from "../../kit/db.ts";
import { idempotencyConflict } from "./errors.ts";

export interface Idempotency {
  key: string;
  /** SHA-256 of what was asked, endpoint included. */
  inputHash: Buffer;
}

/**
 * Does the work once for an Idempotency-Key and answers the first answer ever after; another input under the same
 * key is refused. A repeat that arrives meanwhile waits at the unique key. A refusal leaves the key unused.
 */
export async function once<T extends object>(
  tx: Tx,
  walletId: number,
  idempotency: Idempotency | null,
  at: Date,
  work: () => Promise<T>,
): Promise<T> {
  if (!idempotency) return work();
  const { key, inputHash } = idempotency;
  const fresh = await tx.rows(
    `insert into idempotency_keys (wallet_id, key, input_hash, created_at) values ($1, $2, $3, $4)
     on conflict (wallet_id, key) do nothing returning key`,
    [walletId, key, inputHash, at],
  );
  if (fresh.length === 0) {
    const [first] = await tx.rows<{ inputHash: Buffer; answer: string | null }>(
      `select input_hash as "inputHash", answer from idempotency_keys where wallet_id = $1 and key = $2`,
      [walletId, key],
    );
    if (!first?.answer || !first.inputHash.equals(inputHash)) throw idempotencyConflict();
    return JSON.parse(first.answer) as T;
  }
  const answer = await work();
  await tx.rows(`update idempotency_keys set answer = $3 where wallet_id = $1 and key = $2`, [
    walletId,
    key,
    JSON.stringify(answer),
  ]);
  return answer;
}
