import type { Queryable } from "../../kit/db.ts";
import type { ListedPasskey } from "./passkey.ts";

export function listPasskeys(db: Queryable, memberId: number): Promise<ListedPasskey[]> {
  return db.rows(
    `select id, name, synced, created_at as "createdAt", last_used_at as "lastUsedAt"
     from passkeys where member_id = $1 order by id`,
    [memberId],
  );
}

export interface Credential {
  id: string;
  transports: string[];
}

export function listCredentials(db: Queryable, memberId: number): Promise<Credential[]> {
  return db.rows(`select credential_id as id, transports from passkeys where member_id = $1 order by id`, [
    memberId,
  ]);
}

/** The user handle by which authenticators identify the member: 16 random bytes. */
export async function findHandle(db: Queryable, memberId: number): Promise<Buffer> {
  const [row] = await db.rows<{ handle: Buffer }>(
    `select uuid_send(passkey_handle) as handle from members where id = $1`,
    [memberId],
  );
  return (row as { handle: Buffer }).handle;
}

export interface FoundPasskey {
  id: number;
  memberId: number;
  username: string;
  passwordHash: string;
  handle: Buffer;
  credentialId: string;
  publicKey: Buffer;
  signCount: number;
  name: string;
}

export async function findPasskey(db: Queryable, credentialId: string): Promise<FoundPasskey | undefined> {
  const [passkey] = await db.rows<FoundPasskey>(
    `select p.id, p.member_id as "memberId", m.username, m.password_hash as "passwordHash",
       uuid_send(m.passkey_handle) as handle,
       p.credential_id as "credentialId", p.public_key as "publicKey", p.sign_count as "signCount", p.name
     from passkeys p join members m on m.id = p.member_id where p.credential_id = $1`,
    [credentialId],
  );
  return passkey;
}
