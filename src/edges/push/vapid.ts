import { createPrivateKey, sign } from "node:crypto";
import type { PushKeys } from "../../domain/push/subscription.ts";

/** Push services accept at most a day. */
const validSeconds = 12 * 3600;

/** The header that proves to a push service who sends (VAPID, RFC 8292): a JWT for its origin, and our public key. */
export function vapidHeader({ origin }: URL, { publicKey, privateKey }: PushKeys, subject: string): string {
  const point = Buffer.from(publicKey, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString("base64url"));
  const key = createPrivateKey({
    format: "jwk",
    key: { kty: "EC", crv: "P-256", x: x ?? "", y: y ?? "", d: privateKey },
  });
  const expires = Math.floor(Date.now() / 1000) + validSeconds; // By the real time, which push services compare.
  const parts = [
    { typ: "JWT", alg: "ES256" },
    { aud: origin, exp: expires, sub: subject },
  ];
  const unsigned = parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  const signature = sign("sha256", Buffer.from(unsigned), { key, dsaEncoding: "ieee-p1363" });
  return `vapid t=${unsigned}.${signature.toString("base64url")}, k=${publicKey}`;
}
