import type { BatchOptions } from "../batch.ts";
import { isServerError, isUnreachable } from "./errors.ts";

/** How many may share one statement at most: larger batches only make everybody wait. */
const maxSize = 200;

/**
 * Transactions of many callers: a batch that the database surely undid may be tried again one by one; one whose commit
 * is in doubt may not.
 */
export const batchedWrites: BatchOptions = {
  maxSize,
  isHarmless: (error) => isServerError(error) && !isUnreachable(error),
};

export const batchedReads: BatchOptions = { maxSize, concurrency: 2, isHarmless: () => true };
