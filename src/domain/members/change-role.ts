import type { Tx } from "../../kit/db.ts";
import { revokeKeysMadeBy, type RevokedKey } from "../accounts/revoke.ts";
import { findWalletIds } from "../wallet/queries.ts";
import { recordAction } from "../audit/record-action.ts";
import { tellAccessChanged } from "../delivery/tell-access-changed.ts";
import type { AccountRole } from "../sessions/session.ts";
import { lastOwner, memberNotFound } from "./errors.ts";
import { mayHold, readsCodes, type Member } from "./member.ts";
import { requireProof, type PossibleProof, type ProveDeps } from "./prove-self.ts";
import { withdrawInvitations } from "./invitations/withdraw.ts";
import { lockMembersOf, setRole } from "./sql.ts";

/** What a member had created for others and programs to get in with, and what happened to it. */
export interface LostAccess {
  /** Addresses whose invitations were revoked. */
  invitations: string[];
  keys: RevokedKey[];
}

/**
 * Gives a member of the team another role, from their next request on. The invitations of somebody who is no longer
 * an owner are revoked, as are keys that the new role could not have made, unless they are to be kept. Making
 * somebody an owner, or letting them read codes, requires a proof of identity.
 */
export async function changeRole(
  deps: ProveDeps,
  input: {
    accountId: number;
    memberId: number;
    role: AccountRole;
    keepKeys: boolean;
    actor: string;
    /** Of whoever makes the change. */
    proof: PossibleProof;
  },
): Promise<LostAccess> {
  const { accountId, memberId, role, keepKeys, actor, proof } = input;
  const { db, clock } = deps;
  const check = (tx: Tx): Promise<Member> => requireTeammate(tx, accountId, memberId, role === "owner");
  const needsProof = (before: Member): boolean =>
    readsCodes(role) && (role === "owner" || !readsCodes(before.role));
  const isProved = needsProof(await db.transaction(check));
  if (isProved) await requireProof(deps, proof, "give somebody this role");
  const at = clock.now();
  const changed = await db.transaction(async (tx) => {
    const member = await check(tx);
    if (needsProof(member) && !isProved) return null;
    await setRole(tx, memberId, role);
    await tellAccessChanged(tx, await findWalletIds(tx, accountId));
    const detail = { username: member.username, from: member.role, to: role };
    const subject = `member ${memberId}`;
    await recordAction(tx, { at, actor, action: "member.change-role", subject, detail });
    const invitations = role === "owner" ? [] : await withdrawInvitations(tx, memberId);
    const isBeyond = ({ scopes }: Pick<RevokedKey, "scopes">): boolean => !mayHold(role, scopes);
    const keys = keepKeys ? [] : await revokeKeysMadeBy(tx, memberId, { isMeant: isBeyond, actor }, at);
    return { invitations, keys };
  });
  // Somebody took the right to read codes from the member in the meantime: giving it back needs the proof after all.
  return changed ?? changeRole(deps, input);
}

/** A member of the account, whose other members are locked; refuses to remove the last owner. */
export async function requireTeammate(
  tx: Tx,
  accountId: number,
  memberId: number,
  staysOwner: boolean,
): Promise<Member> {
  const team = await lockMembersOf(tx, accountId);
  const member = team.find(({ id }) => id === memberId);
  if (!member) throw memberNotFound();
  const others = team.some(({ id, role }) => role === "owner" && id !== memberId);
  if (member.role === "owner" && !staysOwner && !others) throw lastOwner();
  return member;
}
