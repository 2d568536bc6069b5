import { recordAction } from "../audit/record-action.ts";
import { deleteSessionsOf } from "../sessions/sql.ts";
import { hashPassword, requireGoodPassword } from "./password.ts";
import { requirePassword } from "./require-password.ts";
import type { LinkDeps } from "./send-link.ts";
import { deleteTokensOf, setPassword } from "./sql.ts";
import { tellMember } from "./tell-member.ts";

/** Sets a new password; the member's other sessions end. */
export async function changePassword(
  deps: LinkDeps,
  input: { memberId: number; sessionId: number; current: string; password: string; actor: string },
): Promise<void> {
  const { memberId, sessionId, current, password, actor } = input;
  const member = await requirePassword(deps, memberId, current, "current");
  requireGoodPassword(password, member);
  const passwordHash = await hashPassword(password);
  await deps.db.transaction(async (tx) => {
    await setPassword(tx, memberId, passwordHash);
    await deleteSessionsOf(tx, memberId, sessionId);
    await deleteTokensOf(tx, memberId);
    const at = deps.clock.now();
    await recordAction(tx, { at, actor, action: "password.change", subject: `member ${memberId}` });
    await tellMember(deps, tx, memberId, "the password was changed", at);
  });
}
