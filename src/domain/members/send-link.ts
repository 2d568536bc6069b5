import { secondsAfter } from "../../kit/clock.ts";
import type { Tx } from "../../kit/db.ts";
import { newToken, sha256 } from "../../kit/secrets.ts";
import type { Deps } from "../deps.ts";
import type { Letter } from "../mail/letter.ts";
import { postLetter } from "../mail/post-letter.ts";
import { confirmLetter, knownAddressLetter, resetLetter } from "./letters.ts";
import { linkSeconds } from "./member.ts";
import type { TokenPurpose } from "./links/queries.ts";
import { replaceToken } from "./links/sql.ts";
import { findMemberByEmail } from "./queries.ts";

/** The dependencies of use cases that send links into the dashboard. */
export interface LinkDeps extends Pick<Deps, "db" | "clock" | "sealer"> {
  /** The address of this installation, without a trailing slash. */
  publicBaseUrl: () => string;
}

export const linkPrefix = "zl_";

const kinds: Record<
  TokenPurpose,
  { page: string; letter: (to: string, name: string, link: string) => Letter }
> = {
  confirm: { page: "confirm", letter: confirmLetter },
  reset: { page: "reset", letter: resetLetter },
};

/** The token comes after a #, so that no server or proxy logs it. */
export const linkTo = (
  { publicBaseUrl }: Pick<LinkDeps, "publicBaseUrl">,
  page: string,
  token: string,
): string => `${publicBaseUrl()}/${page}#token=${token}`;

/**
 * Mails a link to confirm the address; if it already is another member's, that member is notified instead, and
 * whoever entered it sees no difference.
 */
export async function sendConfirmation(
  deps: LinkDeps,
  tx: Tx,
  member: { id: number; username: string; email: string },
  at: Date,
): Promise<void> {
  const known = await findMemberByEmail(tx, member.email);
  if (!known?.emailConfirmedAt || known.id === member.id)
    return sendLink(deps, tx, { purpose: "confirm", ...member }, at);
  const letter = knownAddressLetter(member.email, known.username, deps.publicBaseUrl());
  await postLetter(tx, deps.sealer, { ...letter, whose: { memberId: known.id } }, at);
}

/** Mails a link which proves that whoever uses it reads mail at the address. */
export async function sendLink(
  deps: LinkDeps,
  tx: Tx,
  { purpose, ...member }: { purpose: TokenPurpose; id: number; username: string; email: string },
  at: Date,
): Promise<void> {
  const token = newToken(linkPrefix);
  const linkHash = sha256(token);
  const expiresAt = secondsAfter(at, linkSeconds[purpose]);
  await replaceToken(tx, {
    hash: linkHash,
    memberId: member.id,
    purpose,
    email: member.email,
    expiresAt,
  });
  const { page, letter } = kinds[purpose];
  const written = letter(member.email, member.username, linkTo(deps, page, token));
  await postLetter(tx, deps.sealer, { ...written, linkHash, whose: { memberId: member.id } }, at);
}
