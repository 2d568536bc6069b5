import { invalid } from "../../kit/errors.ts";
import { recordAction } from "../audit/record-action.ts";
import { countAttempt } from "../sessions/attempt.ts";
import { isEmail } from "./member.ts";
import { countLetter } from "./limit-letters.ts";
import { proveSelf, type Proof } from "./prove-self.ts";
import { sendConfirmation, type LinkDeps } from "./send-link.ts";
import { lockMember } from "./sql.ts";

/** Letters that a member may send per hour. */
const perMember = { most: 5, seconds: 3600 };

/** Sends a link to the new address; it becomes the member's when the link is used. Never reveals whether somebody uses it. */
export async function changeEmail(
  deps: LinkDeps,
  input: { proof: Proof; email: string; actor: string },
): Promise<void> {
  const { proof, email, actor } = input;
  const { memberId } = proof;
  if (!isEmail(email)) throw invalid("email", `"${email.slice(0, 100)}" is not an e-mail address.`);
  const { username } = await proveSelf(deps, proof, "password");
  const at = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    await countAttempt(tx, [{ subject: `mail of member ${memberId}`, ...perMember }], at);
    await countLetter(tx, deps.sealer, { kind: "unasked", email }, at);
    await sendConfirmation(deps, tx, { id: memberId, username, email }, at);
    await recordAction(tx, {
      at,
      actor,
      action: "email.change",
      subject: `member ${memberId}`,
      detail: { email },
    });
  });
}

/** Sends the link for the member's current address again. */
export async function resendConfirmation(deps: LinkDeps, memberId: number): Promise<void> {
  const at = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    await countAttempt(tx, [{ subject: `mail of member ${memberId}`, ...perMember }], at);
    const member = await lockMember(tx, memberId);
    if (!member?.email) throw invalid("email", "You have no e-mail address yet; set one first.");
    await countLetter(tx, deps.sealer, { kind: "unasked", email: member.email }, at);
    await sendConfirmation(deps, tx, { ...member, email: member.email }, at);
  });
}
