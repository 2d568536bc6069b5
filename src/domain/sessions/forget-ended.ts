import { secondsAfter } from "../../kit/clock.ts";
import type { Queryable } from "../../kit/db.ts";
import { idleSeconds, longestSeconds } from "./session.ts";
import { deleteAttemptsBefore, deleteSessionsBefore } from "./sql.ts";

/** No limit of attempts looks back further. */
export const attemptsSeconds = 86_400;

/** Deletes ended sessions, and attempts that no longer count; returns how many of each. */
export async function forgetEnded(db: Queryable, at: Date): Promise<{ sessions: number; attempts: number }> {
  return {
    sessions: await deleteSessionsBefore(
      db,
      secondsAfter(at, -idleSeconds),
      secondsAfter(at, -longestSeconds),
    ),
    attempts: await deleteAttemptsBefore(db, secondsAfter(at, -attemptsSeconds)),
  };
}
