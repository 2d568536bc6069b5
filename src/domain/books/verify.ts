import type { Db } from "../../kit/db.ts";
import { readOneSnapshot } from "../../kit/db/snapshot.ts";
import { findFaults, sumBooks, type Totals } from "./queries.ts";

export interface Verified {
  totals: Totals[];
  /** One sentence per error; empty if the books are right. */
  faults: string[];
}

/**
 * Verifies the books: every balance is the sum of its postings, every currency sums to zero, and every order was held
 * once and its hold ended at most once, as its status says. Reads one snapshot, so it can run while orders are
 * processed.
 */
export async function verifyBooks(db: Db): Promise<Verified> {
  return db.transaction(async (tx) => {
    await readOneSnapshot(tx);
    return { totals: await sumBooks(tx), faults: await findFaults(tx) };
  });
}
