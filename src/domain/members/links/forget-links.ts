import type { Queryable } from "../../../kit/db.ts";
import { deleteExpiredInvitations } from "../invitations/sql.ts";
import { deleteExpiredTokens } from "./sql.ts";

/** Deletes mailed links and invitations that have expired; returns how many. */
export async function forgetLinks(db: Queryable, at: Date): Promise<number> {
  return (await deleteExpiredTokens(db, at)) + (await deleteExpiredInvitations(db, at));
}
