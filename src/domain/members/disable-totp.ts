import { recordAction } from "../audit/record-action.ts";
import { countAttempt } from "../sessions/attempt.ts";
import { deleteAttempts, deleteSessionsOf } from "../sessions/sql.ts";
import { proveSecondFactor } from "./prove.ts";
import { requirePassword } from "./require-password.ts";
import type { LinkDeps } from "./send-link.ts";
import { replaceRecoveryCodes, setTotp } from "./sql.ts";
import { tellMember } from "./tell-member.ts";

/** Codes have six digits: who has the password must not try them all. */
const guesses = { most: 10, seconds: 15 * 60 };

/** Turns two-factor sign-in off, for who has password and code; the member's other sessions end. */
export async function disableTotp(
  deps: LinkDeps,
  input: { memberId: number; sessionId: number; password: string; code: string; actor: string },
): Promise<void> {
  const { memberId, sessionId, password, code, actor } = input;
  const at = deps.clock.now();
  const member = await requirePassword(deps, memberId, password, "password");
  const limit = { subject: `code of member ${memberId}`, ...guesses };
  const counted = await deps.db.transaction((tx) => countAttempt(tx, [limit], at));
  await proveSecondFactor(deps, member, code, at);
  await deleteAttempts(deps.db, counted);
  await deps.db.transaction(async (tx) => {
    await setTotp(tx, memberId, null, 0);
    await replaceRecoveryCodes(tx, memberId, []);
    await deleteSessionsOf(tx, memberId, sessionId);
    await recordAction(tx, { at, actor, action: "totp.disable", subject: `member ${memberId}` });
    await tellMember(deps, tx, memberId, "two-factor sign-in was turned off", at);
  });
}
