import { batch } from "../../kit/batch.ts";
import { batchedReads } from "../../kit/db/batched.ts";
import type { OpenQueue } from "../../kit/queue.ts";
import type { Queryable } from "../../kit/db.ts";
import { remembering } from "../accounts/parse-key.ts";
import type { KeyRow } from "../accounts/queries.ts";
import { findKeysAndViews, type OrderView } from "./queries.ts";

export type LookUps = ReturnType<typeof openLookUps>;

/** Every request looks its key up: such batches grow fast enough while one is under way, and large ones cost least. */
const oneAtATime = { ...batchedReads, concurrency: 1 };

/**
 * Opens the look-up of keys and orders: concurrent requests share one statement. A poll needs one of each, and polls
 * are the most frequent requests.
 */
export function openLookUps(db: Queryable, openQueue: OpenQueue) {
  const queue = openQueue("keys and orders");
  const parseKey = remembering();
  const find = batch<string | number, KeyRow | OrderView | null>(
    async (inputs) => {
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
    },
    { ...oneAtATime, queue },
  );
  return {
    queue,
    /**
     * The key with this SHA-256, in hexadecimal digits, in its current state: a revocation affects the next request.
     */
    findKey: (hash: string) => find(hash) as Promise<KeyRow | null>,
    findView: (orderId: number) => find(orderId) as Promise<OrderView | null>,
  };
}
