import type { Tx } from "../../kit/db.ts";
import { deleteChallengesOf, deletePasskeysOf } from "./sql.ts";

/** Deletes all passkeys of a member, including unfinished ones; returns the names of the finished ones. */
export async function dropPasskeys(tx: Tx, memberId: number): Promise<string[]> {
  await deleteChallengesOf(tx, memberId);
  return deletePasskeysOf(tx, memberId);
}
