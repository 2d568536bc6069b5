import type { Tx } from "../../../kit/db.ts";
import type { FamilyChange } from "../../catalog/families/set-families.ts";
import { closeCopies, moveUses } from "./sql.ts";

/** If services changed families, uses for their old family count for the new one too. */
export const followUses = (tx: Tx, changes: FamilyChange[]): Promise<void> => moveUses(tx, changes);

/** To be called when the open orders have followed, too. */
export const closeUsesLeftOpen = (tx: Tx): Promise<void> => closeCopies(tx);
