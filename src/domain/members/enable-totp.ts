import { recordAction } from "../audit/record-action.ts";
import { signedOut } from "../sessions/errors.ts";
import { endSessionsOf } from "../sessions/end-sessions.ts";
import { proveSelf, type Proof } from "./prove-self.ts";
import { totpEnabled, totpNotBegun, totpWrong } from "./errors.ts";
import { openPendingTotp, sealPendingTotp, sealTotp } from "./sealed-totp.ts";
import type { LinkDeps } from "./send-link.ts";
import { replaceRecoveryCodes, setPendingTotp, setTotp } from "./second-factor/sql.ts";
import { lockMember } from "./sql.ts";
import { tellMember } from "./tell-member.ts";
import { tellTeam } from "./tell-team.ts";
import { newRecoveryCodes, newTotpSecret, recoveryHash, stepOf, totpUri } from "./totp.ts";

/** Creates a secret for an authenticator, for a member who enters the password; it counts once a code was entered. */
export async function beginTotp(
  deps: Pick<LinkDeps, "db" | "clock" | "sealer">,
  proof: Proof,
): Promise<{ secret: string; uri: string }> {
  const { db, sealer } = deps;
  const { memberId } = proof;
  await proveSelf(deps, proof, "password");
  return db.transaction(async (tx) => {
    const member = await lockMember(tx, memberId);
    if (!member) throw signedOut();
    if (member.totpSealed) throw totpEnabled();
    const secret = newTotpSecret();
    await setPendingTotp(tx, memberId, sealPendingTotp(sealer, memberId, secret));
    return { secret, uri: totpUri(secret, member.username) };
  });
}

/** Turns two-factor sign-in on, and ends the member's other sessions; returns the recovery codes, shown only once. */
export function enableTotp(
  deps: LinkDeps,
  { memberId, sessionId, code, actor }: { memberId: number; sessionId: number; code: string; actor: string },
): Promise<string[]> {
  const { db, clock, sealer } = deps;
  const at = clock.now();
  return db.transaction(async (tx) => {
    const member = await lockMember(tx, memberId);
    if (member?.totpSealed) throw totpEnabled();
    const secret = member ? openPendingTotp(sealer, member) : null;
    if (secret === null) throw totpNotBegun();
    const step = stepOf(secret, code, at);
    if (step === null) throw totpWrong();
    await setTotp(tx, memberId, sealTotp(sealer, memberId, secret), step);
    const codes = newRecoveryCodes();
    await replaceRecoveryCodes(tx, memberId, codes.map(recoveryHash));
    await tellTeam(tx, memberId);
    await endSessionsOf(tx, memberId, sessionId);
    await recordAction(tx, { at, actor, action: "totp.enable", subject: `member ${memberId}` });
    await tellMember(deps, tx, { memberId, what: "two-factor sign-in was turned on" }, at);
    return codes;
  });
}
