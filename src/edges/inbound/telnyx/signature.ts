import { createPublicKey, verify, type KeyObject } from "node:crypto";
import { isFresh } from "../fresh.ts";
import { headerOf } from "../header.ts";
import type { InboundRequest } from "../source-kind.ts";

/** What precedes the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410). */
const spkiPrefix = Buffer.from("302a300506032b6570032100", "hex");

export const publicKeyPattern = /^[A-Za-z0-9+/]{43}=$/;

export const readPublicKey = (base64: string): KeyObject =>
  createPublicKey({
    key: Buffer.concat([spkiPrefix, Buffer.from(base64, "base64")]),
    format: "der",
    type: "spki",
  });

/** Whether the owner of one of the keys signed `TIMESTAMP|BODY` by Ed25519, at a time within the tolerance. */
export function isSignedBy(keys: KeyObject[], request: InboundRequest, toleranceSeconds: number): boolean {
  const timestamp = headerOf(request, "telnyx-timestamp");
  const signature = headerOf(request, "telnyx-signature-ed25519");
  if (!/^\d{1,11}$/.test(timestamp) || !isFresh(timestamp, toleranceSeconds, request.at)) return false;
  if (!/^[A-Za-z0-9+/]{86}==$/.test(signature)) return false;
  const signed = Buffer.concat([Buffer.from(`${timestamp}|`), request.body]);
  return keys.some((key) => verify(null, signed, key, Buffer.from(signature, "base64")));
}
