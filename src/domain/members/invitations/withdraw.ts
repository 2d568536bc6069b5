import type { Tx } from "../../../kit/db.ts";
import { tellTeam } from "../tell-team.ts";
import { deleteInvitationsBy } from "./sql.ts";

/** Withdraws a member's invitations that nobody has accepted yet; returns the addresses. */
export async function withdrawInvitations(tx: Tx, memberId: number): Promise<string[]> {
  const addresses = await deleteInvitationsBy(tx, memberId);
  if (addresses.length > 0) await tellTeam(tx, memberId);
  return addresses;
}
