import { sha256 } from "../../kit/secrets.ts";
import { recordAction } from "../audit/record-action.ts";
import { confirmSignedIn, emailTaken, invalidCredentials, linkInvalid } from "../members/errors.ts";
import type { Member } from "../members/member.ts";
import { isPassword } from "../members/password.ts";
import { endLinksOf, useLink } from "../members/links/use-link.ts";
import { proveAddress } from "../members/prove-address.ts";
import type { LinkDeps } from "../members/send-link.ts";
import { findToken } from "../members/links/queries.ts";
import { findMember } from "../members/queries.ts";
import { tellMember } from "../members/tell-member.ts";
import { countAttempt, takeBack } from "../sessions/attempt.ts";
import { endAccess, type Ended } from "./end-access.ts";

export interface ConfirmInput {
  token: string;
  /** Whose browser it is; null when nobody is signed in. */
  signed: { memberId: number; sessionId: number } | null;
  /** The member's, where somebody else's browser it is. */
  password?: string;
}

export interface Confirmed {
  username: string;
  email: string;
  /** What a first confirmation ended; null where the address replaces a proven one. */
  ended: Ended | null;
}

const guesses = { most: 10, seconds: 15 * 60 };

/**
 * Takes an address as proven, by the link that was sent to it and by who asked for it: the link alone would let
 * strangers tie other people's addresses to their accounts. The first proof ends what was made before it, but for the
 * session that confirms. Refuses `link_invalid`, `password_required`, `invalid_credentials`, `email_taken`, `locked`.
 */
export async function confirmEmail(deps: LinkDeps, input: ConfirmInput): Promise<Confirmed> {
  const at = deps.clock.now();
  const hash = sha256(input.token);
  const found = await findToken(deps.db, hash, "confirm", at);
  const asked = found && (await findMember(deps.db, found.memberId));
  if (!asked) throw linkInvalid();
  const sessionId = input.signed?.memberId === asked.id ? input.signed.sessionId : null;
  if (sessionId === null) await requireAsker(deps, asked, input.password, at);
  return deps.db.transaction(async (tx) => {
    const member = await useLink(tx, { hash, purpose: "confirm", memberId: asked.id }, at);
    if (member?.passwordHash !== asked.passwordHash) throw linkInvalid();
    const { id, username } = member;
    const { email } = found;
    const isFirst = member.emailConfirmedAt === null;
    // The address until now is told: it may be the true owner's.
    if (!isFirst && member.email !== email)
      await tellMember(deps, tx, { memberId: id, what: `the e-mail address was changed to ${email}` }, at);
    if (!(await proveAddress(tx, id, email, at))) throw emailTaken();
    await endLinksOf(tx, id);
    const ends = { exceptSession: sessionId, keys: true, twoFactor: sessionId === null };
    const ended = isFirst ? await endAccess(tx, member, { ...ends, actor: username }, at) : null;
    const subject = `member ${id}`;
    await recordAction(tx, { at, actor: username, action: "email.confirm", subject, detail: { email } });
    return { username, email, ended };
  });
}

/** Counted by the member: nobody gets here who does not have the link. */
async function requireAsker(
  { db }: Pick<LinkDeps, "db">,
  { id, username, passwordHash }: Member,
  password: string | undefined,
  at: Date,
): Promise<void> {
  if (password === undefined) throw confirmSignedIn(username);
  const limit = { subject: `confirmation of member ${id}`, ...guesses };
  const counted = await db.transaction((tx) => countAttempt(tx, [limit], at));
  if (!(await isPassword(passwordHash, password))) throw invalidCredentials("password");
  await takeBack(db, counted);
}
