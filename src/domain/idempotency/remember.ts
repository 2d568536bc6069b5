import type { Tx } from "../../kit/db.ts";
import type { Answered } from "./queries.ts";
import { deleteAnswersOf, insertAnswers } from "./sql.ts";

/** Remembers what requests with an Idempotency-Key did, in the transaction that did it. The caller knows the keys to be unused. */
export async function remember(tx: Tx, answers: Answered[], at: Date): Promise<void> {
  if (answers.length > 0) await insertAnswers(tx, answers, at);
}

/** Forgets the request that led to an order, for that came to nothing: it may be repeated. */
export const forgetRequestFor = (tx: Tx, orderId: number): Promise<void> => deleteAnswersOf(tx, orderId);
