import { secondsAfter } from "../../kit/clock.ts";
import type { Tx } from "../../kit/db.ts";
import { locked } from "./errors.ts";
import { findAttempts } from "./queries.ts";
import { insertAttempt, lockAttempts } from "./sql.ts";

export interface Limit {
  /** Whom or what it is counted against: `member 5`, `address 203.0.113.7`. */
  subject: string;
  most: number;
  seconds: number;
}

/**
 * Counts an attempt before it is made, so that many at once do not slip through together; who succeeds takes it back
 * (`deleteAttempts`). Refuses `locked` when there were too many within the time. Subjects are locked in one order.
 */
export async function countAttempt(tx: Tx, limits: Limit[], at: Date): Promise<number[]> {
  const ids: number[] = [];
  for (const { subject, most, seconds } of limits.toSorted((a, b) => (a.subject < b.subject ? -1 : 1))) {
    await lockAttempts(tx, subject);
    const before = await findAttempts(tx, subject, secondsAfter(at, -seconds));
    const oldest = before[before.length - most];
    if (oldest) throw locked(Math.ceil((secondsAfter(oldest.at, seconds).getTime() - at.getTime()) / 1000));
    ids.push(await insertAttempt(tx, subject, at));
  }
  return ids;
}
