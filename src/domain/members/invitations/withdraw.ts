import type { Tx } from "../../../kit/db.ts";
import { deleteInvitationsBy } from "./sql.ts";

/** Withdraws what a member invited others by and nobody accepted yet; returns the addresses. */
export const withdrawInvitations = (tx: Tx, memberId: number): Promise<string[]> =>
  deleteInvitationsBy(tx, memberId);
