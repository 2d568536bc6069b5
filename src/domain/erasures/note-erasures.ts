import type { Queryable } from "../../kit/db.ts";
import { addErasures } from "./sql.ts";

/** Adds what was just erased to the counts of the day, by kind (privacy/retention.ts names the kinds). */
export async function noteErasures(db: Queryable, counts: Record<string, number>, at: Date): Promise<void> {
  const erased = Object.entries(counts).filter(([, count]) => count > 0);
  if (erased.length > 0) await addErasures(db, erased.toSorted(), at);
}
