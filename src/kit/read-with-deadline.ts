import { setTimeout as sleep } from "node:timers/promises";
import type { Db, Tx } from "./db.ts";
import { readOneSnapshot } from "./db/snapshot.ts";

/**
 * Reads from one snapshot, for monitoring: null if the database cannot be reached, or has not answered within
 * `milliseconds`. The database also stops then, so that repeated requests build up no backlog.
 */
export function readWithDeadline<T>(
  db: Db,
  milliseconds: number,
  read: (tx: Tx) => Promise<T>,
): Promise<T | null> {
  const reading = db.transaction(async (tx) => {
    await readOneSnapshot(tx);
    await tx.rows(`select set_config('statement_timeout', $1, true)`, [String(milliseconds)]);
    return read(tx);
  });
  return Promise.race([reading.catch(() => null), sleep(milliseconds, null, { ref: false })]);
}
