import type { Queryable } from "../../kit/db.ts";

export interface PublicKey {
  id: number;
  /** SPKI, DER. */
  publicKey: Buffer;
}

/** Every key that ever signed a certificate, oldest first. */
export function listKeys(db: Queryable): Promise<PublicKey[]> {
  return db.rows(`select id, public_key as "publicKey" from certificate_keys order by id`);
}

export async function findKey(db: Queryable, id: number): Promise<PublicKey | undefined> {
  const [key] = await db.rows<PublicKey>(
    `select id, public_key as "publicKey" from certificate_keys where id = $1`,
    [id],
  );
  return key;
}
