import { sha256 } from "../../kit/secrets.ts";
import { recordAction } from "../audit/record-action.ts";
import { emailTaken, linkInvalid } from "./errors.ts";
import type { LinkDeps } from "./send-link.ts";
import { confirmEmail as setConfirmed, lockMember, takeToken } from "./sql.ts";
import { tellMember } from "./tell-member.ts";

/** Takes an address as proven, by the link that was sent to it; from now on it is the member's. */
export function confirmEmail(deps: LinkDeps, token: string): Promise<{ email: string }> {
  const at = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    const taken = await takeToken(tx, sha256(token), "confirm", at);
    const member = taken && (await lockMember(tx, taken.memberId));
    if (!member) throw linkInvalid();
    // The address until now is told: it may be the true owner's.
    if (member.email !== taken.email)
      await tellMember(deps, tx, member.id, `the e-mail address was changed to ${taken.email}`, at);
    if (!(await setConfirmed(tx, member.id, taken.email, at))) throw emailTaken();
    const subject = `member ${member.id}`;
    await recordAction(tx, { at, actor: member.username, action: "email.confirm", subject });
    return { email: taken.email };
  });
}
