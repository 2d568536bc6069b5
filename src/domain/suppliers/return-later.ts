import type { Tx } from "../../kit/db.ts";
import { insertReturn, type Return } from "./sql.ts";

/**
 * Writes down that the number of a failed order goes back to its supplier, in the transaction in which the order fails;
 * `returnNumbers` sees to it.
 */
export const returnLater = (tx: Tx, number: Return, at: Date): Promise<void> => insertReturn(tx, number, at);
