import { recordAction } from "../audit/record-action.ts";
import { endSessionsOf } from "../sessions/end-sessions.ts";
import { proveSelf, type Proof } from "./prove-self.ts";
import type { LinkDeps } from "./send-link.ts";
import { dropSecondFactor } from "./second-factor/drop.ts";
import { tellMember } from "./tell-member.ts";

/** Turns two-factor sign-in off, for a member who enters password and code; their other sessions end. */
export async function disableTotp(deps: LinkDeps, input: { proof: Proof; actor: string }): Promise<void> {
  const { proof, actor } = input;
  const { memberId, sessionId } = proof;
  await proveSelf(deps, proof, "password");
  const at = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    await dropSecondFactor(tx, memberId);
    await endSessionsOf(tx, memberId, sessionId);
    await recordAction(tx, { at, actor, action: "totp.disable", subject: `member ${memberId}` });
    await tellMember(deps, tx, { memberId, what: "two-factor sign-in was turned off" }, at);
  });
}
