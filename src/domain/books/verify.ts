import type { Db } from "../../kit/db.ts";
import { readOneSnapshot } from "../../kit/db/snapshot.ts";
import { findFaults, sumBooks, type Totals } from "./queries.ts";

export interface Verified {
  totals: Totals[];
  /** One sentence a fault; empty when the books are right. */
  faults: string[];
}

/**
 * Proves the books: every balance is the sum of its postings, every currency sums to zero, every order was held
 * once and its hold ended at most once, as its status says. Reads one snapshot, so it may run while orders do.
 */
export async function verifyBooks(db: Db): Promise<Verified> {
  return db.transaction(async (tx) => {
    await readOneSnapshot(tx);
    return { totals: await sumBooks(tx), faults: await findFaults(tx) };
  });
}
