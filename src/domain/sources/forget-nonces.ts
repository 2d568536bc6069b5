import { secondsAfter } from "../../kit/clock.ts";
import type { Queryable } from "../../kit/db.ts";
import { inBatches } from "../../kit/in-batches.ts";
import { deleteNoncesBefore } from "./sql.ts";

const batchSize = 5000;
/** Nonces have no time of their own, so this is how long a signature that somebody has seen is worthless. */
export const keptSeconds = 30 * 86_400;

/** Deletes nonces that came long ago; returns how many. */
export const forgetNonces = (db: Queryable, at: Date): Promise<number> =>
  inBatches(batchSize, (limit) => deleteNoncesBefore(db, secondsAfter(at, -keptSeconds), limit));
