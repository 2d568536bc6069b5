import { sha256 } from "../../kit/secrets.ts";
import { recordAction } from "../audit/record-action.ts";
import { linkInvalid } from "../members/errors.ts";
import { hashPassword, requireGoodPassword } from "../members/password.ts";
import { useLink } from "../members/links/use-link.ts";
import { proveAddress } from "../members/prove-address.ts";
import { replacePassword } from "../members/replace-password.ts";
import type { LinkDeps } from "../members/send-link.ts";
import { findToken } from "../members/links/queries.ts";
import { tellMember } from "../members/tell-member.ts";
import { endAccess, type Ended } from "./end-access.ts";

export interface ResetInput {
  token: string;
  password: string;
  /** Keys that the member created stay valid if they were created after the address was proven. */
  keepKeys: boolean;
}

/**
 * Sets a new password with a link from an e-mail, and ends everything created before, which is returned: whoever lost
 * the password cannot know who else used it. A second factor stays on, unless the address was never proven before:
 * then that factor may be a stranger's, too. Refuses `link_invalid` and `password_weak`.
 */
export async function resetPassword(
  deps: LinkDeps,
  { token, password, keepKeys }: ResetInput,
): Promise<{ username: string; ended: Ended }> {
  const at = deps.clock.now();
  const hash = sha256(token);
  return deps.db.transaction(async (tx) => {
    const found = await findToken(tx, hash, "reset", at);
    const member = found && (await useLink(tx, { hash, purpose: "reset", memberId: found.memberId }, at));
    if (!member) throw linkInvalid();
    requireGoodPassword(password, member); // If this refuses, the link stays valid.
    const { id, username } = member;
    const isFirst = member.emailConfirmedAt === null;
    if (isFirst && !(await proveAddress(tx, id, found.email, at))) throw linkInvalid(); // Taken by somebody else since.
    await replacePassword(tx, id, { passwordHash: await hashPassword(password), mustChange: false });
    const ends = { exceptSession: null, keys: isFirst || !keepKeys, twoFactor: isFirst };
    const ended = await endAccess(tx, member, { ...ends, actor: username }, at);
    const subject = `member ${id}`;
    const detail = { sessions: ended.sessions, passkeys: ended.passkeys, keysKept: !ends.keys };
    await recordAction(tx, { at, actor: username, action: "password.reset", subject, detail });
    await tellMember(deps, tx, { memberId: id, what: "a new password was set by a mailed link" }, at);
    return { username, ended };
  });
}
