import { secondsAfter } from "../../kit/clock.ts";
import type { Queryable, Tx } from "../../kit/db.ts";
import { deleteLettersBefore, deleteLettersTo } from "./sql.ts";

const keptSeconds = 30 * 86_400;

/** Deletes letters that are finished, sent or not. */
export const forgetLetters = (db: Queryable, at: Date): Promise<void> =>
  deleteLettersBefore(db, secondsAfter(at, -keptSeconds));

/** Deletes every letter to these addresses. */
export const forgetLettersOf = (tx: Tx, recipients: string[]): Promise<void> =>
  deleteLettersTo(tx, recipients);
