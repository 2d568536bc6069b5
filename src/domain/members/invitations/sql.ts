import type { Queryable, Tx } from "../../../kit/db.ts";
import type { AccountRole } from "../../sessions/session.ts";

export async function insertInvitation(
  tx: Tx,
  input: {
    accountId: number;
    email: string;
    role: AccountRole;
    tokenHash: Buffer;
    createdBy: number;
    expiresAt: Date;
  },
  at: Date,
): Promise<number> {
  const [row] = await tx.rows<{ id: number }>(
    `insert into invitations (account_id, email, role, token_hash, created_at, expires_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [input.accountId, input.email, input.role, input.tokenHash, at, input.expiresAt, input.createdBy],
  );
  return (row as { id: number }).id;
}

/** Whether it existed. */
export async function deleteInvitation(db: Queryable, accountId: number, id: number): Promise<boolean> {
  const gone = await db.rows(`delete from invitations where id = $1 and account_id = $2 returning id`, [
    id,
    accountId,
  ]);
  return gone.length > 0;
}

/** The account's invitations to an address: a new one replaces them. */
export async function deleteInvitationsTo(tx: Tx, accountId: number, email: string): Promise<void> {
  await tx.rows(`delete from invitations where account_id = $1 and lower(email) = lower($2)`, [
    accountId,
    email,
  ]);
}

/** Deletes a member's invitations that nobody accepted; returns the addresses. */
export async function deleteInvitationsBy(tx: Tx, memberId: number): Promise<string[]> {
  const gone = await tx.rows<{ email: string }>(
    `delete from invitations where created_by = $1 returning email`,
    [memberId],
  );
  return gone.map(({ email }) => email).toSorted();
}

/** Deletes an account's invitations; returns the addresses. */
export async function deleteInvitationsOf(tx: Tx, accountId: number): Promise<string[]> {
  const gone = await tx.rows<{ email: string }>(
    `delete from invitations where account_id = $1 returning email`,
    [accountId],
  );
  return gone.map(({ email }) => email);
}

export async function deleteExpiredInvitations(db: Queryable, at: Date): Promise<number> {
  return (await db.rows(`delete from invitations where expires_at <= $1 returning 1`, [at])).length;
}
