import type { Tx } from "../../kit/db.ts";
import { isServerError } from "../../kit/db/errors.ts";
import { createPermutation } from "../../kit/ids.ts";
import { nextOrderNumbers } from "./sql.ts";

export interface OrderIds {
  /** Ids for new orders, so many. */
  next(tx: Tx, count: number): Promise<number[]>;
  /** Gives up those that were fetched ahead. */
  forget(): void;
}

/** As many as a large batch needs: fetched ahead, they cost small ones no statement of their own. */
const fetchedAtOnce = 200;

/**
 * Hands out ids that do not repeat, whatever becomes of the transaction, and do not tell the next one. `key`: the
 * installation's, for every process must encipher order numbers alike.
 */
export function orderIds(key: string): OrderIds {
  const idOf = createPermutation(key);
  let fetched: number[] = [];
  return {
    async next(tx, count) {
      while (fetched.length < count)
        fetched.push(...(await nextOrderNumbers(tx, Math.max(count, fetchedAtOnce))));
      return fetched.splice(0, count).map(idOf);
    },
    forget() {
      fetched = [];
    },
  };
}

/** A failover loses what the other server had not heard of: of ids that another process fetched, a few times 200. */
const mostTries = 10;

/**
 * Does work that takes ids, with others where those turn out to be taken: a server that became the primary may hand out
 * ids that the one before had handed out last, as it had not heard of that. What is done twice came to nothing before.
 */
export async function withFreshIds<T>(ids: OrderIds, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!isTaken(error) || tries === mostTries) throw error;
    }
    ids.forget();
  }
}

const isTaken = (error: unknown): boolean =>
  isServerError(error) && error.code === "23505" && error.constraint === "orders_pkey";
