import { createPublicKey, verify } from "node:crypto";
import type { Sealer } from "../../../kit/seal.ts";

/**
 * A document of one line, and a second line with an Ed25519 signature (RFC 8032) of the first, its line break
 * included. The key is derived from the encryption key; whoever gets the file compares it with one that the operator
 * gave them in another way.
 */
export function signDocument(sealer: Sealer, document: string): string {
  const line = `${document}\n`;
  const signature = sealer.sign(Buffer.from(line)).toString("base64");
  return `${line}${JSON.stringify({ algorithm: "Ed25519", signature, public_key: sealer.publicKey() })}\n`;
}

/** The document, if its signature is by this key; null if anything of it was changed. */
export function verifyDocument(text: string, publicKey: string): Record<string, unknown> | null {
  const [document = "", proof = ""] = text.split("\n");
  try {
    const { signature } = JSON.parse(proof) as { signature: string };
    const isSigned = verify(
      null,
      Buffer.from(`${document}\n`),
      createPublicKey(publicKey),
      Buffer.from(signature, "base64"),
    );
    return isSigned ? (JSON.parse(document) as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
