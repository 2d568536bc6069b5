import { sha256 } from "../../kit/secrets.ts";
import { recordAction } from "../audit/record-action.ts";
import { linkInvalid } from "../members/errors.ts";
import { hashPassword, requireGoodPassword } from "../members/password.ts";
import type { LinkDeps } from "../members/send-link.ts";
import { findToken } from "../members/links/queries.ts";
import { deleteTokensFor, deleteTokensOf, takeToken } from "../members/links/sql.ts";
import { confirmEmail, lockMember, setPassword } from "../members/sql.ts";
import { tellMember } from "../members/tell-member.ts";
import { forgetFailures } from "../sessions/sql.ts";
import { endAccess, type Ended } from "./end-access.ts";

export interface ResetInput {
  token: string;
  password: string;
  /** The keys that the member made go on, as far as they were made after the address was proven. */
  keepKeys: boolean;
}

/**
 * Sets a new password by a mailed link, and ends what was made before, which is answered: whoever lost the password
 * cannot know who else used it. A second factor stays on, unless the address was never proven before: then it, too, may
 * be a stranger's. Refuses `link_invalid` and `password_weak`.
 */
export async function resetPassword(
  deps: LinkDeps,
  { token, password, keepKeys }: ResetInput,
): Promise<{ username: string; ended: Ended }> {
  const at = deps.clock.now();
  const hash = sha256(token);
  return deps.db.transaction(async (tx) => {
    const found = await findToken(tx, hash, "reset", at);
    const member = found && (await lockMember(tx, found.memberId));
    if (!member || !(await takeToken(tx, hash, "reset", at))) throw linkInvalid();
    requireGoodPassword(password, member); // A refusal leaves the link good.
    const { id, username } = member;
    const isFirst = member.emailConfirmedAt === null;
    if (isFirst) {
      if (!(await confirmEmail(tx, id, found.email, at))) throw linkInvalid(); // Somebody else's since then.
      await deleteTokensFor(tx, found.email);
    }
    await setPassword(tx, id, await hashPassword(password));
    await deleteTokensOf(tx, id);
    await forgetFailures(tx, id);
    const ends = { exceptSession: null, keys: isFirst || !keepKeys, twoFactor: isFirst };
    const ended = await endAccess(tx, member, ends, username, at);
    const subject = `member ${id}`;
    const detail = { sessions: ended.sessions, passkeys: ended.passkeys, keysKept: !ends.keys };
    await recordAction(tx, { at, actor: username, action: "password.reset", subject, detail });
    await tellMember(deps, tx, id, "a new password was set by a mailed link", at);
    return { username, ended };
  });
}
