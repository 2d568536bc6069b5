import type { Tx } from "../db.ts";

/** The transaction reads one snapshot and writes nothing; must be its first statement. */
export async function readOneSnapshot(tx: Tx): Promise<void> {
  await tx.rows(`set transaction isolation level repeatable read read only`);
}
