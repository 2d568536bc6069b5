import { batch, type BatchOptions } from "./batch.ts";

/**
 * A batched look-up by key: callers that ask for the same key in one batch share its row. `find` returns the rows in
 * any order; a key without a row gets null.
 */
export function lookUpInBatches<K, Row>(
  find: (keys: K[]) => Promise<Row[]>,
  keyOfInput: (key: K) => string | number,
  keyOfRow: (row: Row) => string | number,
  options: BatchOptions,
): (key: K) => Promise<Row | null> {
  return batch<K, Row | null>(async (keys) => {
    const distinct = new Map(keys.map((key) => [keyOfInput(key), key]));
    const rows = new Map((await find([...distinct.values()])).map((row) => [keyOfRow(row), row]));
    return keys.map((key) => rows.get(keyOfInput(key)) ?? null);
  }, options);
}
