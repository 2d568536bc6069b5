import { secondsAfter } from "../../kit/clock.ts";
import type { Queryable, Tx } from "../../kit/db.ts";
import { locked } from "./errors.ts";
import { findAttempts } from "./queries.ts";
import { deleteAttempts, deleteAttemptsOf, forgetFailures, insertAttempt, lockAttempts } from "./sql.ts";

export interface Limit {
  /** What the attempt is counted against: `member 5`, `address 203.0.113.7`. */
  subject: string;
  most: number;
  seconds: number;
}

/** Refuses `locked` after too many attempts within the time, without counting another. Subjects are locked in one order. */
export async function requireAttemptsLeft(tx: Tx, limits: Limit[], at: Date): Promise<void> {
  for (const { subject, most, seconds } of limits.toSorted((a, b) => (a.subject < b.subject ? -1 : 1))) {
    await lockAttempts(tx, subject);
    const before = await findAttempts(tx, subject, secondsAfter(at, -seconds));
    const oldest = before[before.length - most];
    if (oldest) throw locked(Math.ceil((secondsAfter(oldest.at, seconds).getTime() - at.getTime()) / 1000));
  }
}

/**
 * Counts an attempt before it is made, so that concurrent attempts cannot bypass the limit; a success takes it back
 * (`takeBack`). Refuses as `requireAttemptsLeft`.
 */
export async function countAttempt(tx: Tx, limits: Limit[], at: Date): Promise<number[]> {
  await requireAttemptsLeft(tx, limits, at);
  const ids: number[] = [];
  for (const { subject } of limits) ids.push(await insertAttempt(tx, subject, at));
  return ids;
}

/** Takes back attempts that succeeded. */
export const takeBack = (db: Queryable, counted: number[]): Promise<void> => deleteAttempts(db, counted);

/** Resets the count of a subject: it has proved to be the right one. */
export const forgetAttempts = (db: Queryable, subject: string): Promise<void> =>
  deleteAttemptsOf(db, subject);

/** Resets a member's failures from all addresses: a new password must not be blocked by attempts with the old one. */
export const forgetFailuresOf = (db: Queryable, memberId: number): Promise<void> =>
  forgetFailures(db, memberId);
