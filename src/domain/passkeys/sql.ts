import type { Queryable, Tx } from "../../kit/db.ts";

export async function insertChallenge(
  db: Queryable,
  hash: Buffer,
  memberId: number | null,
  expiresAt: Date,
): Promise<void> {
  await db.rows(`insert into passkey_challenges (hash, member_id, expires_at) values ($1, $2, $3)`, [
    hash,
    memberId,
    expiresAt,
  ]);
}

/** Uses up a challenge; false if it was not issued to this member (null: for a sign-in), was used, or has expired. */
export async function takeChallenge(
  db: Queryable,
  hash: Buffer,
  memberId: number | null,
  at: Date,
): Promise<boolean> {
  const rows = await db.rows(
    `delete from passkey_challenges where hash = $1 and member_id is not distinct from $2::bigint and expires_at > $3
     returning hash`,
    [hash, memberId, at],
  );
  return rows.length > 0;
}

/** Passkeys that a member has begun to create are not finished. */
export async function deleteChallengesOf(tx: Tx, memberId: number): Promise<void> {
  await tx.rows(`delete from passkey_challenges where member_id = $1`, [memberId]);
}

export async function deleteExpiredChallenges(db: Queryable, at: Date): Promise<number> {
  return (await db.rows(`delete from passkey_challenges where expires_at <= $1 returning 1`, [at])).length;
}

export interface NewPasskey {
  memberId: number;
  credentialId: string;
  publicKey: Buffer;
  signCount: number;
  transports: string[];
  name: string;
  synced: boolean;
}

/** The new passkey's id; null if a passkey with this credential exists. */
export async function insertPasskey(tx: Tx, passkey: NewPasskey, at: Date): Promise<number | null> {
  const { memberId, credentialId, publicKey, signCount, transports, name, synced } = passkey;
  const [row] = await tx.rows<{ id: number }>(
    `insert into passkeys (member_id, credential_id, public_key, sign_count, transports, name, synced, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
    [memberId, credentialId, publicKey, signCount, transports, name, synced, at],
  );
  return row?.id ?? null;
}

/** Records a use; false if the counter did not increase (the passkey may have been copied) or the passkey is gone. */
export async function markUsed(tx: Tx, id: number, signCount: number, at: Date): Promise<boolean> {
  const rows = await tx.rows(
    `update passkeys set sign_count = $2, last_used_at = $3
     where id = $1 and (sign_count < $2 or (sign_count = 0 and $2 = 0)) returning id`,
    [id, signCount, at],
  );
  return rows.length > 0;
}

/** The removed passkey's name; undefined if the member had no such passkey. */
export async function deletePasskey(tx: Tx, memberId: number, id: number): Promise<string | undefined> {
  const [row] = await tx.rows<{ name: string }>(
    `delete from passkeys where id = $1 and member_id = $2 returning name`,
    [id, memberId],
  );
  return row?.name;
}

/** The names of the removed ones. */
export async function deletePasskeysOf(tx: Tx, memberId: number): Promise<string[]> {
  const rows = await tx.rows<{ name: string }>(`delete from passkeys where member_id = $1 returning name`, [
    memberId,
  ]);
  return rows.map(({ name }) => name);
}
