import type { Tx } from "../../kit/db.ts";
import type { PublicKey } from "./queries.ts";

/** One process makes a key at a time. */
export async function lockKeys(tx: Tx): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended('keys of certificates', 0))`);
}

/** The newest key whose private part is still there. */
export async function findNewestKey(tx: Tx): Promise<(PublicKey & { privateSealed: Buffer }) | undefined> {
  const [key] = await tx.rows<PublicKey & { privateSealed: Buffer }>(
    `select id, public_key as "publicKey", private_sealed as "privateSealed" from certificate_keys
     where private_sealed is not null order by id desc limit 1`,
  );
  return key;
}

export async function insertKey(
  tx: Tx,
  key: { publicKey: Buffer; privateSealed: Buffer },
  at: Date,
): Promise<number> {
  const [row] = await tx.rows<{ id: number }>(
    `insert into certificate_keys (public_key, private_sealed, created_at) values ($1, $2, $3) returning id`,
    [key.publicKey, key.privateSealed, at],
  );
  return (row as { id: number }).id;
}
