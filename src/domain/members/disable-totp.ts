import { recordAction } from "../audit/record-action.ts";
import { proveSecondFactor } from "./prove.ts";
import { requirePassword } from "./require-password.ts";
import type { LinkDeps } from "./send-link.ts";
import { replaceRecoveryCodes, setTotp } from "./sql.ts";
import { tellMember } from "./tell-member.ts";

/** Turns two-factor sign-in off, for who has password and code. */
export async function disableTotp(
  deps: LinkDeps,
  { memberId, password, code, actor }: { memberId: number; password: string; code: string; actor: string },
): Promise<void> {
  const at = deps.clock.now();
  const member = await requirePassword(deps, memberId, password, "password");
  await proveSecondFactor(deps, member, code, at);
  await deps.db.transaction(async (tx) => {
    await setTotp(tx, memberId, null, 0);
    await replaceRecoveryCodes(tx, memberId, []);
    await recordAction(tx, { at, actor, action: "totp.disable", subject: `member ${memberId}` });
    await tellMember(deps, tx, memberId, "two-factor sign-in was turned off", at);
  });
}
