import type { Queryable } from "../../kit/db.ts";
import { inBatches } from "../../kit/in-batches.ts";
import { deleteEventsBefore } from "./sql.ts";

const batchSize = 5000;

/** Deletes events from before then: nobody can resume a stream from them any more. Returns how many. */
export const forgetEvents = (db: Queryable, before: Date): Promise<number> =>
  inBatches(batchSize, (limit) => deleteEventsBefore(db, before, limit));
