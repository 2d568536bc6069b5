import type { Tx } from "../../../kit/db.ts";
import type { FamilyEntry } from "../data.ts";
import { updateFamilies } from "./sql.ts";

/** A service moved from one family to another. */
export interface FamilyChange {
  from: number;
  to: number;
}

/**
 * Makes the services families, exactly as in the list; a service that is in no family forms its own. Returns what
 * changed, so that numbers and orders can follow (orders/update-catalog.ts); not those that differ only in the list.
 */
export async function setFamilies(tx: Tx, families: FamilyEntry[]): Promise<FamilyChange[]> {
  const changes = await updateFamilies(tx, families);
  return changes.every(({ from, to }) => from === to) ? [] : changes;
}
