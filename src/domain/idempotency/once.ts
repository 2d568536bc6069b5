import type { Tx } from "../../kit/db.ts";
import { idempotencyConflict } from "./errors.ts";
import { findAnswers } from "./queries.ts";
import { takeKey, writeAnswer } from "./sql.ts";

export interface Idempotency {
  key: string;
  /** SHA-256 of the request, including the endpoint. */
  inputHash: Buffer;
}

/**
 * Does the work once for an Idempotency-Key and returns the first answer from then on; different input under the same
 * key is refused. A repeat that arrives during the work waits at the unique key. A refusal leaves the key unused.
 */
export async function once<T extends object>(
  tx: Tx,
  { walletId, idempotency }: { walletId: number; idempotency: Idempotency | null },
  at: Date,
  work: () => Promise<T>,
): Promise<T> {
  if (!idempotency) return work();
  const { key, inputHash } = idempotency;
  if (!(await takeKey(tx, { walletId, key, inputHash }, at))) {
    const [first] = await findAnswers(tx, [{ walletId, key }]);
    if (!first?.answer || !first.inputHash.equals(inputHash)) throw idempotencyConflict();
    return JSON.parse(first.answer) as T;
  }
  const answer = await work();
  await writeAnswer(tx, walletId, key, JSON.stringify(answer));
  return answer;
}
