import { createPublicKey, verify } from "node:crypto";
import type { Sealer } from "../../../kit/seal.ts";

/**
 * A document of one line, and a second line with an Ed25519 signature (RFC 8032) of the first, its line break
 * included. The key is derived from the encryption key; whoever gets the file compares it with one that the operator
 * gave them in another way.
 */
export function signDocument(sealer: Sealer, document: string): string {
  const signature = sealer.sign(signedPart(document)).toString("base64");
  return write(document, signature, sealer.publicKey());
}

const signedPart = (document: string): Buffer => Buffer.from(`${document}\n`);

const write = (document: string, signature: string, publicKey: string): string =>
  `${document}\n${JSON.stringify({ algorithm: "Ed25519", signature, public_key: publicKey })}\n`;

/** The document, if its signature is by this key; null if anything of the file was changed, or added to it. */
export function verifyDocument(text: string, publicKey: string): Record<string, unknown> | null {
  const [document = "", proof = ""] = text.split("\n");
  try {
    const { signature } = JSON.parse(proof) as { signature: string };
    if (text !== write(document, signature, publicKey)) return null;
    const isSigned = verify(
      null,
      signedPart(document),
      createPublicKey(publicKey),
      Buffer.from(signature, "base64"),
    );
    return isSigned ? (JSON.parse(document) as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
