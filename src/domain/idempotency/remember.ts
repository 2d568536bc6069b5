import type { Tx } from "../../kit/db.ts";
import type { Answered } from "./queries.ts";
import { deleteAnswersOf, insertAnswers } from "./sql.ts";

/**
 * Records what requests with an Idempotency-Key did, in the transaction that did it. The caller must know that the
 * keys are unused.
 */
export async function remember(tx: Tx, answers: Answered[], at: Date): Promise<void> {
  if (answers.length > 0) await insertAnswers(tx, answers, at);
}

/** Deletes the key of the request for an order that came to nothing, so that it may be retried. */
export const forgetRequestFor = (tx: Tx, orderId: number): Promise<void> => deleteAnswersOf(tx, orderId);
