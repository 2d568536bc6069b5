import { secondsAfter } from "../../kit/clock.ts";
import type { Queryable } from "../../kit/db.ts";
import { idleSeconds, longestSeconds } from "./session.ts";
import { deleteAttemptsBefore, deleteSessionsBefore } from "./sql.ts";

/** No limit of attempts looks back further. */
const attemptsSeconds = 86_400;

/** Deletes ended sessions, and attempts that no longer count. */
export async function forgetEnded(db: Queryable, at: Date): Promise<void> {
  await deleteSessionsBefore(db, secondsAfter(at, -idleSeconds), secondsAfter(at, -longestSeconds));
  await deleteAttemptsBefore(db, secondsAfter(at, -attemptsSeconds));
}
