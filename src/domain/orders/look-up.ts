import { batch, type BatchOptions } from "../../kit/batch.ts";
import type { Queryable } from "../../kit/db.ts";
import { remembering } from "../accounts/parse-key.ts";
import type { KeyRow } from "../accounts/queries.ts";
import { type OrderView, findKeysAndViews } from "./queries.ts";

export interface LookUp {
  /** The key whose SHA-256 this is, in hexadecimal digits, as it is now: revoking one acts on the next request. */
  findKey: (hash: string) => Promise<KeyRow | null>;
  findView: (orderId: number) => Promise<OrderView | null>;
}

/**
 * Looks up keys and orders, everything that is asked for at the same time by one statement: a poll needs one of each,
 * and there are more polls than anything else.
 */
export function lookUp(db: Queryable, options: BatchOptions): LookUp {
  const parseKey = remembering();
  const find = batch<string | number, KeyRow | OrderView | null>(async (inputs) => {
    const hashes = new Set<string>();
    const orderIds = new Set<number>();
    for (const input of inputs)
      if (typeof input === "string") hashes.add(input);
      else orderIds.add(input);
    const found = new Map<string | number, KeyRow | OrderView>();
    for (const row of await findKeysAndViews(db, [...hashes], [...orderIds]))
      if (row.key === null) found.set(row.orderId, row);
      else found.set(row.hash, parseKey(row.hash, row.key));
    return inputs.map((input) => found.get(input) ?? null);
  }, options);
  return {
    findKey: (hash) => find(hash) as Promise<KeyRow | null>,
    findView: (orderId) => find(orderId) as Promise<OrderView | null>,
  };
}
