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
  /** The member signed in on this browser; null if nobody is. */
  signed: { memberId: number; sessionId: number } | null;
  /** The member's password, if somebody else's browser is used. */
  password?: string;
}

export interface Confirmed {
  username: string;
  email: string;
  /** What a first confirmation ended; null if the address replaces a proven one. */
  ended: Ended | null;
}

const guesses = { most: 10, seconds: 15 * 60 };

/**
 * Confirms an address, by the link that was sent to it and by the member who requested it: the link alone would let
 * strangers attach other people's addresses to their accounts. The first confirmation ends everything created before
 * it, except the session that confirms. Refuses `link_invalid`, `password_required`, `invalid_credentials`,
 * `email_taken`, `locked`.
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
    // The previous address is notified: it may be the real owner's.
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

/** Counted per member: nobody gets this far without the link. */
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
