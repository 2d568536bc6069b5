import { secondsAfter } from "../../kit/clock.ts";
import { invalid } from "../../kit/errors.ts";
import { newToken, sha256 } from "../../kit/secrets.ts";
import { recordAction } from "../audit/record-action.ts";
import { postLetter } from "../mail/post-letter.ts";
import { countAttempt } from "../sessions/attempt.ts";
import type { AccountRole } from "../sessions/session.ts";
import { emailTaken, invitationNotFound } from "./errors.ts";
import { invitationLetter } from "./letters.ts";
import { isEmail, linkSeconds } from "./member.ts";
import { linkPrefix, linkTo, type LinkDeps } from "./send-link.ts";
import { deleteInvitation, findMemberByEmail, insertInvitation } from "./sql.ts";

export interface InviteInput {
  account: { id: number; username: string };
  email: string;
  role: AccountRole;
  actor: string;
}

const perAccount = { most: 20, seconds: 3600 };

/** Invites somebody into the team: by a letter, and by the link that the inviter may hand over. */
export async function invite(deps: LinkDeps, input: InviteInput): Promise<{ id: number; link: string }> {
  const { account, email, role, actor } = input;
  if (!isEmail(email)) throw invalid("email", `"${email.slice(0, 100)}" is not an e-mail address.`);
  const at = deps.clock.now();
  const token = newToken(linkPrefix);
  const link = linkTo(deps, "invitation", token);
  return deps.db.transaction(async (tx) => {
    await countAttempt(tx, [{ subject: `invitations of ${account.id}`, ...perAccount }], at);
    if (await findMemberByEmail(tx, email)) throw emailTaken();
    const expiresAt = secondsAfter(at, linkSeconds.invite);
    const invitation = { accountId: account.id, email, role, tokenHash: sha256(token), expiresAt };
    const id = await insertInvitation(tx, invitation, at);
    await postLetter(tx, deps.sealer, invitationLetter(email, account.username, role, link), at);
    const subject = `account ${account.id}`;
    await recordAction(tx, { at, actor, action: "member.invite", subject, detail: { email, role } });
    return { id, link };
  });
}

/** Takes an invitation back: its link is good for nothing from now on. */
export function uninvite(
  { db, clock }: Pick<LinkDeps, "db" | "clock">,
  { accountId, id, actor }: { accountId: number; id: number; actor: string },
): Promise<void> {
  return db.transaction(async (tx) => {
    if (!(await deleteInvitation(tx, accountId, id))) throw invitationNotFound();
    const subject = `invitation ${id}`;
    await recordAction(tx, { at: clock.now(), actor, action: "member.uninvite", subject });
  });
}
