import { secondsAfter } from "../../kit/clock.ts";
import type { Queryable } from "../../kit/db.ts";
import { deleteLettersBefore } from "./sql.ts";

const keptSeconds = 30 * 86_400;

/** Deletes letters that are finished, sent or not. */
export const forgetLetters = (db: Queryable, at: Date): Promise<void> =>
  deleteLettersBefore(db, secondsAfter(at, -keptSeconds));
