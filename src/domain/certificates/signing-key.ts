import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import type { Tx } from "../../kit/db.ts";
import type { Sealer } from "../../kit/seal.ts";
import { openKey, sealKey } from "./sealed-key.ts";
import { findNewestKey, insertKey, lockKeys } from "./sql.ts";

export interface SigningKey {
  id: number;
  privateKey: KeyObject;
}

/**
 * The installation's key for certificates (Ed25519), the same for every process: made when it is first needed, and
 * again if the encryption key that sealed it is lost. Earlier public keys stay, so earlier certificates can be checked.
 */
export async function signingKey(tx: Tx, sealer: Sealer, at: Date): Promise<SigningKey> {
  await lockKeys(tx);
  const newest = await findNewestKey(tx);
  const opened = newest && tryToOpen(sealer, newest);
  if (newest && opened) return { id: newest.id, privateKey: opened };
  const made = generateKeyPairSync("ed25519");
  const publicKey = made.publicKey.export({ type: "spki", format: "der" });
  const text = made.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const id = await insertKey(tx, { publicKey, privateSealed: sealKey(sealer, publicKey, text) }, at);
  return { id, privateKey: made.privateKey };
}

function tryToOpen(sealer: Sealer, row: { publicKey: Buffer; privateSealed: Buffer }): KeyObject | undefined {
  try {
    return createPrivateKey(openKey(sealer, row));
  } catch {
    return undefined;
  }
}
