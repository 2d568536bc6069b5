import { createPublicKey, verify } from "node:crypto";
import type { Queryable } from "../../kit/db.ts";
import { readText } from "./certificate.ts";
import { findKey } from "./queries.ts";

/** The facts of a genuine certificate, as it says them; null for any other text. */
export interface Checked {
  facts: [name: string, value: string][] | null;
}

/**
 * Checks that a text is a certificate of this installation, unchanged. It says nothing but what stands in the text, so
 * anybody may ask.
 */
export async function checkCertificate(db: Queryable, text: string): Promise<Checked> {
  const read = readText(text);
  const key = read && (await findKey(db, read.keyId));
  if (!read || !key) return { facts: null };
  const publicKey = createPublicKey({ key: key.publicKey, type: "spki", format: "der" });
  return { facts: verify(null, Buffer.from(read.body), publicKey, read.signature) ? read.facts : null };
}
