import type { BatchOptions } from "../batch.ts";
import { isServerError, isUnreachable } from "./errors.ts";

/** How many may share one statement at most: larger batches only make everybody wait longer. */
const maxSize = 200;

/**
 * Transactions of many callers: if the database certainly rolled a batch back, it may be retried one by one; if the
 * commit is in doubt, it may not.
 */
export const batchedWrites: BatchOptions = {
  maxSize,
  isHarmless: (error) => isServerError(error) && !isUnreachable(error),
};

export const batchedReads: BatchOptions = { maxSize, concurrency: 2, isHarmless: () => true };
