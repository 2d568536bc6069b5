import { setTimeout as sleep } from "node:timers/promises";
import { secondsAfter } from "../../kit/clock.ts";
import type { Deps } from "../deps.ts";
import { idempotencyConflict } from "./errors.ts";
import type { Idempotency } from "./once.ts";
import { findAnswers } from "./queries.ts";
import { deleteAnswer, takeKey, takeOverKey, writeAnswer } from "./sql.ts";

const repeatMilliseconds = 50;
/** Longer than any request takes: the process that began it must be gone. */
const abandonedSeconds = 60;

/**
 * Like `once`, for work that does not fit into one transaction: the key is taken first and the answer written last. A
 * repeat that arrives in between waits for the answer; if the first request was interrupted, the repeat does the
 * work. Work that fails leaves the key unused. The work must be such that repeating it completes it.
 */
export async function onceOutside<T extends object>(
  { db, clock }: Pick<Deps, "db" | "clock">,
  walletId: number,
  idempotency: Idempotency,
  work: () => Promise<T>,
): Promise<T> {
  const { key } = idempotency;
  const first = await answerOfFirst<T>({ db, clock }, walletId, idempotency);
  if (first !== null) return first;
  try {
    const answer = await work();
    await writeAnswer(db, walletId, key, JSON.stringify(answer));
    return answer;
  } catch (error) {
    await deleteAnswer(db, walletId, key);
    throw error;
  }
}

/** Null if this request is the first and now holds the key. */
async function answerOfFirst<T>(
  { db, clock }: Pick<Deps, "db" | "clock">,
  walletId: number,
  { key, inputHash }: Idempotency,
): Promise<T | null> {
  for (;;) {
    const at = clock.now();
    if (await takeKey(db, { walletId, key, inputHash }, at)) return null;
    const [known] = await findAnswers(db, [{ walletId, key }]);
    if (known && !known.inputHash.equals(inputHash)) throw idempotencyConflict();
    if (known?.answer) return JSON.parse(known.answer) as T;
    if (await takeOverKey(db, { walletId, key, before: secondsAfter(at, -abandonedSeconds) }, at))
      return null;
    await sleep(repeatMilliseconds);
  }
}
