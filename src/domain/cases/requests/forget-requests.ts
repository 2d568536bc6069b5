import { secondsAfter } from "../../../kit/clock.ts";
import type { Queryable } from "../../../kit/db.ts";
import { daySeconds } from "../rules.ts";
import { eraseRequestsBefore } from "./sql.ts";

/** Erases everything about people from requests that were decided this long ago, unless a notice still waits. Returns how many. */
export const forgetRequests = (db: Queryable, at: Date, retentionDays: number): Promise<number> =>
  eraseRequestsBefore(db, { decidedBefore: secondsAfter(at, -retentionDays * daySeconds), at });
