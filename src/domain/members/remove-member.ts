import { revokeKeysMadeBy } from "../accounts/revoke.ts";
import { findWalletIds } from "../wallet/queries.ts";
import { recordAction } from "../audit/record-action.ts";
import { tellAccessChanged } from "../delivery/tell-access-changed.ts";
import type { Deps } from "../deps.ts";
import { requireTeammate, type LostAccess } from "./change-role.ts";
import { withdrawInvitations } from "./invitations/withdraw.ts";
import { deleteMembers } from "./sql.ts";

/**
 * Takes a member out of the team. Their sessions and invitations end with it, and the keys that they made, unless those
 * are to be kept because programs of the account run on them.
 */
export function removeMember(
  { db, clock }: Pick<Deps, "db" | "clock">,
  input: { accountId: number; memberId: number; keepKeys: boolean; actor: string },
): Promise<LostAccess> {
  const { accountId, memberId, keepKeys, actor } = input;
  const at = clock.now();
  return db.transaction(async (tx) => {
    const { username, role } = await requireTeammate(tx, accountId, memberId, false);
    const invitations = await withdrawInvitations(tx, memberId);
    const keys = keepKeys ? [] : await revokeKeysMadeBy(tx, memberId, { actor }, at);
    await deleteMembers(tx, [memberId]);
    await tellAccessChanged(tx, await findWalletIds(tx, accountId));
    const detail = { username, role, keepKeys };
    const subject = `member ${memberId}`;
    await recordAction(tx, { at, actor, action: "member.remove", subject, detail });
    return { invitations, keys };
  });
}
