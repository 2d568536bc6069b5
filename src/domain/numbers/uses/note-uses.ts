import type { Tx } from "../../../kit/db.ts";
import { recordUses } from "./sql.ts";
import type { NewUse } from "./use.ts";

/** Records who saw a message about which families on which number. The caller holds the numbers' locks. */
export async function noteUses(tx: Tx, uses: NewUse[], at: Date): Promise<void> {
  if (uses.length > 0) await recordUses(tx, uses, at);
}
