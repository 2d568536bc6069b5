import { hash, randomBytes, timingSafeEqual } from "node:crypto";
import { crc32 } from "node:zlib";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

function base62(value: bigint, length: number): string {
  let text = "";
  for (let rest = value; text.length < length; rest /= 62n) text = alphabet[Number(rest % 62n)] + text;
  return text;
}

/** 6 characters of 62 hold more than 32 bits; plain numbers, because every request passes through here. */
function checksum(body: string): string {
  let text = "";
  for (let rest = crc32(body); text.length < 6; rest = Math.floor(rest / 62))
    text = alphabet[rest % 62] + text;
  return text;
}

/**
 * A secret of 256 random bits: `prefix`, 43 characters, then 6 of checksum, so that a typo is detected without a
 * look-up.
 */
export function newToken(prefix: string): string {
  const body = prefix + base62(BigInt(`0x${randomBytes(32).toString("hex")}`), 43);
  return body + checksum(body);
}

/** Whether `token` could have come from newToken with one of the prefixes. */
export function isToken(token: string, prefixes: readonly string[]): boolean {
  const prefix = prefixes.find((known) => token.startsWith(known));
  if (prefix === undefined || token.length !== prefix.length + 49) return false;
  return checksum(token.slice(0, -6)) === token.slice(-6);
}

/** What is stored of a token: it has 256 random bits, so one plain hash is enough. */
export const sha256 = (text: string | Buffer): Buffer => hash("sha256", text, "buffer");
export const sha256Hex = (text: string): string => hash("sha256", text, "hex");

/** Compares two texts in constant time. */
export function sameSecret(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
