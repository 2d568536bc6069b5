import { secondsAfter } from "../../../kit/clock.ts";
import type { Queryable } from "../../../kit/db.ts";
import { daySeconds } from "../rules.ts";
import { eraseReportsBefore } from "./sql.ts";

/** Erases everything about people from cases that ended this long ago; how many there were stays known. Returns how many. */
export const forgetReports = (db: Queryable, at: Date, retentionDays: number): Promise<number> =>
  eraseReportsBefore(db, { decidedBefore: secondsAfter(at, -retentionDays * daySeconds), at });
