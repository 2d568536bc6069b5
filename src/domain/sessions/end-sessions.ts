import type { Queryable, Tx } from "../../kit/db.ts";
import { sha256 } from "../../kit/secrets.ts";
import { deleteSessionByToken, deleteSessionsOf } from "./sql.ts";

/** Ends the sessions of a member, except the current one, if any; returns how many. */
export const endSessionsOf = (tx: Tx, memberId: number, exceptId: number | null): Promise<number> =>
  deleteSessionsOf(tx, memberId, exceptId);

/** Ends the session whose token a browser holds; does nothing without one. */
export async function signOut(db: Queryable, token: string | undefined): Promise<void> {
  if (token !== undefined) await deleteSessionByToken(db, sha256(token));
}
