import { recordAction } from "../audit/record-action.ts";
import { endSessionsOf } from "../sessions/end-sessions.ts";
import { passwordWeak } from "./errors.ts";
import { rememberDevice } from "./known-device.ts";
import { hashPassword, requireGoodPassword } from "./password.ts";
import { provePassword } from "./prove-self.ts";
import type { LinkDeps } from "./send-link.ts";
import { deleteTokensOf } from "./links/sql.ts";
import { setPassword } from "./sql.ts";
import { tellMember } from "./tell-member.ts";

/**
 * Sets a new password; the member's other sessions and links end. Failed attempts by others never block a session
 * from this. Returns the token that makes this browser a known one with the new password.
 */
export async function changePassword(
  deps: LinkDeps,
  input: { memberId: number; sessionId: number; current: string; password: string; actor: string },
): Promise<{ device: string }> {
  const { memberId, sessionId, current, password, actor } = input;
  const member = await provePassword(deps, { memberId, sessionId, password: current }, "current");
  requireGoodPassword(password, member);
  if (password === current) throw passwordWeak("That is the password you have; choose another one.");
  const passwordHash = await hashPassword(password);
  const at = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    await setPassword(tx, memberId, passwordHash);
    await endSessionsOf(tx, memberId, sessionId);
    await deleteTokensOf(tx, memberId);
    await recordAction(tx, { at, actor, action: "password.change", subject: `member ${memberId}` });
    await tellMember(deps, tx, { memberId, what: "the password was changed" }, at);
    return { device: rememberDevice(deps.sealer, { id: memberId, passwordHash }, at) };
  });
}
