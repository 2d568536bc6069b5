import { secondsAfter } from "../../../kit/clock.ts";
import type { Db } from "../../../kit/db.ts";
import { inBatches } from "../../../kit/in-batches.ts";
import { rememberHours } from "./place.ts";
import { forgetLongMessages } from "./sql.ts";

const batchSize = 5000;

/** Deletes parts of messages that are too old to be repeated; returns how many messages they were of. */
export const forgetParts = (db: Db, at: Date): Promise<number> =>
  inBatches(batchSize, (limit) => forgetLongMessages(db, secondsAfter(at, -rememberHours * 3600), limit));
