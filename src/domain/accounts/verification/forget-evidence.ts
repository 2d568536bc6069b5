import type { Queryable } from "../../../kit/db.ts";
import { eraseEvidenceBefore } from "./sql.ts";

/**
 * Erases the evidence of decisions that were made before then; a request that nobody decided since ends as well, so that
 * nothing is kept for ever. Returns how many there were.
 */
export const forgetEvidence = (db: Queryable, before: Date, at: Date): Promise<number> =>
  eraseEvidenceBefore(db, before, at);
