import { secondsAfter } from "../../kit/clock.ts";
import type { Queryable, Tx } from "../../kit/db.ts";
import { locked } from "./errors.ts";
import { findAttempts } from "./queries.ts";
import { deleteAttempts, deleteAttemptsOf, forgetFailures, insertAttempt, lockAttempts } from "./sql.ts";

export interface Limit {
  /** Whom or what it is counted against: `member 5`, `address 203.0.113.7`. */
  subject: string;
  most: number;
  seconds: number;
}

/**
 * Counts an attempt before it is made, so that many at once do not slip through together; whoever succeeds takes it back
 * (`takeBack`). Refuses `locked` when there were too many within the time. Subjects are locked in one order.
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

/** Takes attempts back that succeeded. */
export const takeBack = (db: Queryable, counted: number[]): Promise<void> => deleteAttempts(db, counted);

/** Forgets what was counted against somebody or something: they have proved to be the right one. */
export const forgetAttempts = (db: Queryable, subject: string): Promise<void> =>
  deleteAttemptsOf(db, subject);

/** Forgets a member's failures, from wherever: a new password is not held back by what was tried with the old one. */
export const forgetFailuresOf = (db: Queryable, memberId: number): Promise<void> =>
  forgetFailures(db, memberId);
