import { revokeKeysMadeBy } from "../accounts/revoke.ts";
import { findWalletIds } from "../wallet/queries.ts";
import { recordAction } from "../audit/record-action.ts";
import { tellAccessChanged } from "../delivery/tell-access-changed.ts";
import type { Deps } from "../deps.ts";
import { requireTeammate, type LostAccess } from "./change-role.ts";
import { withdrawInvitations } from "./invitations/withdraw.ts";
import { findMemberSince } from "./queries.ts";
import { deleteMembers } from "./sql.ts";

/**
 * Removes a member from the team. Their sessions and invitations end, and the keys that they created, unless those
 * are to be kept because the account's programs use them.
 */
export function removeMember(
  { db, clock }: Pick<Deps, "db" | "clock">,
  input: { accountId: number; memberId: number; keepKeys: boolean; actor: string },
): Promise<LostAccess> {
  const { accountId, memberId, keepKeys, actor } = input;
  const at = clock.now();
  return db.transaction(async (tx) => {
    const { username, role } = await requireTeammate(tx, accountId, memberId, false);
    const since = await findMemberSince(tx, memberId);
    const invitations = await withdrawInvitations(tx, memberId);
    const keys = keepKeys ? [] : await revokeKeysMadeBy(tx, memberId, { actor }, at);
    await deleteMembers(tx, [memberId]);
    await tellAccessChanged(tx, await findWalletIds(tx, accountId));
    const detail = { username, role, keepKeys, accountId, since: since.toISOString() };
    const subject = `member ${memberId}`;
    await recordAction(tx, { at, actor, action: "member.remove", subject, detail });
    return { invitations, keys };
  });
}
