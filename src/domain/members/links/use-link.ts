import type { Tx } from "../../../kit/db.ts";
import type { Member } from "../member.ts";
import { lockMember } from "../sql.ts";
import type { TokenPurpose } from "./queries.ts";
import { deleteTokensFor, deleteTokensOf, takeToken } from "./sql.ts";

export interface UsedLink {
  /** SHA-256 of the token in the link. */
  hash: Buffer;
  purpose: TokenPurpose;
  memberId: number;
}

/**
 * Uses up a mailed link; returns its member, locked, in the current state. Null if the link is no longer valid: used,
 * expired, or its member's address or password has changed.
 */
export async function useLink(
  tx: Tx,
  { hash, purpose, memberId }: UsedLink,
  at: Date,
): Promise<Member | null> {
  const member = await lockMember(tx, memberId);
  return member && (await takeToken(tx, hash, purpose, at)) ? member : null;
}

/** From now on, no link mailed to the member is valid. */
export const endLinksOf = (tx: Tx, memberId: number): Promise<void> => deleteTokensOf(tx, memberId);

/** From now on, nobody can confirm the address with a link mailed earlier. */
export const endConfirmationsOf = (tx: Tx, email: string): Promise<void> => deleteTokensFor(tx, email);
