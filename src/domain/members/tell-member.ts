import type { Tx } from "../../kit/db.ts";
import { postLetter } from "../mail/post-letter.ts";
import { noticeLetter } from "./letters.ts";
import type { LinkDeps } from "./send-link.ts";
import { lockMember } from "./sql.ts";

/**
 * Mails a member what changed about how they sign in, so that a change by somebody else is noticed. `what` ends the
 * sentence "For your account …". Only a confirmed address is notified: another one may be a stranger's.
 */
export async function tellMember(
  { sealer, publicBaseUrl }: Pick<LinkDeps, "sealer" | "publicBaseUrl">,
  tx: Tx,
  { memberId, what }: { memberId: number; what: string },
  at: Date,
): Promise<void> {
  const member = await lockMember(tx, memberId);
  if (!member?.email || !member.emailConfirmedAt) return;
  const letter = noticeLetter(member.email, member.username, what, publicBaseUrl());
  await postLetter(tx, sealer, { ...letter, whose: { memberId } }, at);
}
