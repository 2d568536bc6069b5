import type { Queryable, Tx } from "../../../kit/db.ts";
import { stateOf, type TokenPurpose } from "./queries.ts";

/** A member has one valid link of each kind: a new one replaces the previous one. */
export async function replaceToken(
  tx: Tx,
  token: { hash: Buffer; memberId: number; purpose: TokenPurpose; email: string; expiresAt: Date },
): Promise<void> {
  await tx.rows(`delete from member_tokens where member_id = $1 and purpose = $2`, [
    token.memberId,
    token.purpose,
  ]);
  await tx.rows(
    `insert into member_tokens (hash, member_id, purpose, email, expires_at, state)
     select $1, m.id, $3, $4, $5, ${stateOf("m")} from members m where m.id = $2`,
    [token.hash, token.memberId, token.purpose, token.email, token.expiresAt],
  );
}

/**
 * Uses up a link, if it is still valid; the caller holds the member's lock, so that what it is bound to cannot
 * change.
 */
export async function takeToken(tx: Tx, hash: Buffer, purpose: TokenPurpose, at: Date): Promise<boolean> {
  const taken = await tx.rows(
    `delete from member_tokens t using members m
     where m.id = t.member_id and t.hash = $1 and t.purpose = $2 and t.expires_at > $3 and t.state = ${stateOf("m")}
     returning t.hash`,
    [hash, purpose, at],
  );
  return taken.length > 0;
}

/**
 * Links to confirm an address that has become somebody else's. One that is being used at this moment is left: whoever
 * uses it waits for this transaction, and to wait for them as well would be a deadlock. They will be refused.
 */
export async function deleteTokensFor(tx: Tx, email: string): Promise<void> {
  await tx.rows(
    `delete from member_tokens where hash in (select hash from member_tokens
       where lower(email) = lower($1) and purpose = 'confirm' for update skip locked)`,
    [email],
  );
}

export async function deleteTokensOf(tx: Tx, memberId: number): Promise<void> {
  await tx.rows(`delete from member_tokens where member_id = $1`, [memberId]);
}

export async function deleteExpiredTokens(db: Queryable, at: Date): Promise<number> {
  return (await db.rows(`delete from member_tokens where expires_at <= $1 returning 1`, [at])).length;
}
