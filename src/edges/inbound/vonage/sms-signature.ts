import { createHash, createHmac } from "node:crypto";
import { sameSecret } from "../../../kit/secrets.ts";
import { isFresh } from "../fresh.ts";

/** As the dashboard names them: MD5 hash, and HMACs by MD5, SHA-1, SHA-256 and SHA-512. */
export const signatureMethods = ["sha256", "sha512", "sha1", "md5", "md5hash"] as const;
export type SignatureMethod = (typeof signatureMethods)[number];

/**
 * Whether one of the secrets signed the fields, at a time within the tolerance: `&NAME=VALUE` of each, sorted by name
 * (Vonage, "Signing messages"; @vonage/sms 1.24.1, SMS.verifySignature).
 */
export function isSignedSms(
  secrets: string[],
  fields: ReadonlyMap<string, string>,
  { method, at, toleranceSeconds }: { method: SignatureMethod; at: Date; toleranceSeconds: number },
): boolean {
  const timestamp = fields.get("timestamp") ?? "";
  if (!/^\d{1,11}$/.test(timestamp) || !isFresh(timestamp, toleranceSeconds, at)) return false;
  const signature = (fields.get("sig") ?? "").toLowerCase();
  const signed = [...fields]
    .filter(([name]) => name !== "sig")
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => `&${name}=${value.replaceAll(/[&=]/g, "_")}`)
    .join("");
  return secrets.some((secret) => sameSecret(signature, digest(signed, secret, method)));
}

function digest(signed: string, secret: string, method: SignatureMethod): string {
  const hash =
    method === "md5hash"
      ? createHash("md5").update(signed + secret)
      : createHmac(method, secret).update(signed);
  return hash.digest("hex");
}
