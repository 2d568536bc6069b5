import type { Tx } from "../../kit/db.ts";
import { deleteChallengesOf, deletePasskeysOf } from "./sql.ts";

/** Takes all passkeys of a member away, those that are being made among them; returns the names of the finished ones. */
export async function dropPasskeys(tx: Tx, memberId: number): Promise<string[]> {
  await deleteChallengesOf(tx, memberId);
  return deletePasskeysOf(tx, memberId);
}
