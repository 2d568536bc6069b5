import type { Tx } from "../../../kit/db.ts";
import { deleteInvitationsBy } from "./sql.ts";

/** Withdraws a member's invitations that nobody has accepted yet; returns the addresses. */
export const withdrawInvitations = (tx: Tx, memberId: number): Promise<string[]> =>
  deleteInvitationsBy(tx, memberId);
