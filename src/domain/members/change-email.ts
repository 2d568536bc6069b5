import { invalid } from "../../kit/errors.ts";
import { recordAction } from "../audit/record-action.ts";
import { countAttempt } from "../sessions/attempt.ts";
import { emailTaken } from "./errors.ts";
import { isEmail } from "./member.ts";
import { requirePassword } from "./require-password.ts";
import { sendLink, type LinkDeps } from "./send-link.ts";
import { findMemberByEmail, lockMember } from "./sql.ts";

/** Letters that a member may have sent in an hour. */
const perMember = { most: 5, seconds: 3600 };

/** Sends a link to the new address; it becomes the member's when the link is used. */
export async function changeEmail(
  deps: LinkDeps,
  input: { memberId: number; password: string; email: string; actor: string },
): Promise<void> {
  const { memberId, email, actor } = input;
  if (!isEmail(email)) throw invalid("email", `"${email.slice(0, 100)}" is not an e-mail address.`);
  const { username } = await requirePassword(deps, memberId, input.password, "password");
  const at = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    await countAttempt(tx, [{ subject: `mail of member ${memberId}`, ...perMember }], at);
    const other = await findMemberByEmail(tx, email);
    if (other && other.id !== memberId) throw emailTaken();
    await sendLink(deps, tx, "confirm", { id: memberId, username, email }, at);
    await recordAction(tx, {
      at,
      actor,
      action: "email.change",
      subject: `member ${memberId}`,
      detail: { email },
    });
  });
}

/** Sends the link for the address that the member has once more. */
export async function resendConfirmation(deps: LinkDeps, memberId: number): Promise<void> {
  const at = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    await countAttempt(tx, [{ subject: `mail of member ${memberId}`, ...perMember }], at);
    const member = await lockMember(tx, memberId);
    if (!member?.email) throw invalid("email", "You have no e-mail address yet; set one first.");
    await sendLink(deps, tx, "confirm", { ...member, email: member.email }, at);
  });
}
