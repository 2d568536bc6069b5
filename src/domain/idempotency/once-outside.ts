import { setTimeout as sleep } from "node:timers/promises";
import { secondsAfter } from "../../kit/clock.ts";
import type { Deps } from "../deps.ts";
import { idempotencyConflict } from "./errors.ts";
import type { Idempotency } from "./once.ts";
import { findAnswers } from "./queries.ts";
import { deleteAnswer, takeKey, takeOverKey, writeAnswer } from "./sql.ts";

const repeatMilliseconds = 50;
/** Longer than any request takes: whoever began it is gone by then. */
const abandonedSeconds = 60;

/**
 * As `once`, for work that one transaction cannot hold: the key is taken first and the answer written last. A repeat
 * that comes meanwhile waits for the answer; where the first request was cut off, the repeat does the work. Work that
 * fails leaves the key unused. The work must be such that doing it again completes it.
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

/** Null when this request is the first and now holds the key. */
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
