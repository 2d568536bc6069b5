import { secondsAfter } from "../../kit/clock.ts";
import type { Queryable } from "../../kit/db.ts";
import { inBatches } from "../../kit/in-batches.ts";
import { deleteAnswersBefore } from "./sql.ts";

const batchSize = 5000;
/** How long a repeat gets the first answer. */
export const keptSeconds = 86_400;

/** Deletes Idempotency-Keys so old that their requests are no longer repeated; returns how many. */
export const forgetKeys = (db: Queryable, at: Date): Promise<number> =>
  inBatches(batchSize, (limit) => deleteAnswersBefore(db, secondsAfter(at, -keptSeconds), limit));
