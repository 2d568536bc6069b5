import type { Tx } from "../../kit/db.ts";
import { createPermutation } from "../../kit/ids.ts";
import { nextOrderNumbers } from "./sql.ts";

/** Ids for new orders, so many. */
export type NextOrderIds = (tx: Tx, count: number) => Promise<number[]>;

/** As many as a large batch needs: fetched ahead, they cost small ones no statement of their own. */
const fetchedAtOnce = 200;

/**
 * Hands out ids that never repeat, whatever becomes of the transaction, and do not tell the next one. `key`: the
 * installation's, for every process must encipher order numbers alike.
 */
export function orderIds(key: string): NextOrderIds {
  const idOf = createPermutation(key);
  const fetched: number[] = [];
  return async (tx, count) => {
    while (fetched.length < count)
      fetched.push(...(await nextOrderNumbers(tx, Math.max(count, fetchedAtOnce))));
    return fetched.splice(0, count).map(idOf);
  };
}
