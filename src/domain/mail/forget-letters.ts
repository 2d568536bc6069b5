import { secondsAfter } from "../../kit/clock.ts";
import type { Queryable, Tx } from "../../kit/db.ts";
import { deleteLettersBefore, deleteLettersOf } from "./sql.ts";

export const keptSeconds = 30 * 86_400;

/** Deletes letters that are finished, sent or not; returns how many. */
export const forgetLetters = (db: Queryable, at: Date): Promise<number> =>
  deleteLettersBefore(db, secondsAfter(at, -keptSeconds));

/** Deletes every letter to the account's people, whoever of them has left it, and to these addresses. Returns how many. */
export const forgetLettersOf = (tx: Tx, accountId: number): Promise<number> => deleteLettersOf(tx, accountId);
