import type { Tx } from "../../kit/db.ts";
import { eraseEvidenceOf } from "./verification/sql.ts";
import { forgetKeyAddresses, revokeKeysOf, setClosed } from "./sql.ts";

/**
 * Ends an account for good: none of its keys works any more, where they were used
 * from is forgotten as is the evidence of who it was, and no money can be added.
 *
 * @param payOutToSealed where the balance goes; null if nothing is left
 */
export async function endAccount(
  tx: Tx,
  { accountId, payOutToSealed }: { accountId: number; payOutToSealed: Buffer | null },
  at: Date,
): Promise<void> {
  await revokeKeysOf(tx, accountId, at);
  await forgetKeyAddresses(tx, accountId);
  await eraseEvidenceOf(tx, accountId, at);
  await setClosed(tx, accountId, at, payOutToSealed);
}
