import type { Tx } from "../../kit/db.ts";
import { isServerError } from "../../kit/db/errors.ts";
import { createPermutation } from "../../kit/ids.ts";
import { nextOrderNumbers } from "./sql.ts";

export interface OrderIds {
  /** `count` ids for new orders. */
  next(tx: Tx, count: number): Promise<number[]>;
  /** Drops the ids that were fetched in advance. */
  forget(): void;
}

/** As many as a large batch needs: fetched in advance, so that small batches need no extra statement. */
const fetchedAtOnce = 200;

/**
 * Hands out ids that do not repeat, even if the transaction fails, and do not reveal the next one. `key` is the
 * installation's, since every process must encrypt order numbers in the same way.
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

/** A failover loses what had not been replicated: a few batches of 200 ids that other processes fetched. */
const mostTries = 10;

/**
 * Does work that takes ids, and retries it with new ids if they are already taken: after a failover the new primary may
 * hand out ids again whose use had not been replicated. Work is only repeated if the first attempt was rolled back.
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
