import type { Tx } from "../../kit/db.ts";
import type { FamilyChange } from "../catalog/families/set-families.ts";
import { fillCatalog } from "../catalog/fill.ts";
import type { Deps } from "../deps.ts";
import { closeUsesLeftOpen, followUses } from "../numbers/uses/follow-families.ts";
import { moveOpenOrders } from "./sql.ts";

/**
 * Updates the catalogue to match the lists, with all consequences for numbers and open orders. May run at every
 * start.
 */
export async function updateCatalog({ db }: Pick<Deps, "db">): Promise<void> {
  await db.transaction(async (tx) => followFamilies(tx, await fillCatalog(tx)));
}

/** Updates the uses of numbers and the open orders of services that changed families. */
export async function followFamilies(tx: Tx, changes: FamilyChange[]): Promise<void> {
  if (changes.length === 0) return;
  await followUses(tx, changes);
  await moveOpenOrders(tx);
  await closeUsesLeftOpen(tx);
}
