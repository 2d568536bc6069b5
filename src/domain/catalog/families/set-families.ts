import type { Tx } from "../../../kit/db.ts";
import type { FamilyEntry } from "../data.ts";
import { updateFamilies } from "./sql.ts";

/** A service left one family for another. */
export interface FamilyChange {
  from: number;
  to: number;
}

/**
 * Makes the services families, exactly as in the list; a service that is in no family forms its own. Returns what
 * changed, for numbers and orders to follow (orders/update-catalog.ts); nothing where only the list did.
 */
export async function setFamilies(tx: Tx, families: FamilyEntry[]): Promise<FamilyChange[]> {
  const changes = await updateFamilies(tx, families);
  return changes.every(({ from, to }) => from === to) ? [] : changes;
}
