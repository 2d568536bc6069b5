import { createCipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";

const recordBytes = 4096;
const hkdf = (key: Buffer, salt: Buffer, info: Buffer | string, length: number): Buffer =>
  Buffer.from(hkdfSync("sha256", key, salt, info, length));

/**
 * Encrypts a text for one browser (RFC 8291, with the coding aes128gcm of RFC 8188, in one record). The keys are the
 * browser's, in base64url.
 */
export function encryptFor({ p256dh, auth }: { p256dh: string; auth: string }, text: string): Buffer {
  const theirs = Buffer.from(p256dh, "base64url");
  const ours = createECDH("prime256v1");
  const ourPublic = ours.generateKeys();
  const keyInfo = Buffer.concat([Buffer.from("WebPush: info\0"), theirs, ourPublic]);
  const key = hkdf(ours.computeSecret(theirs), Buffer.from(auth, "base64url"), keyInfo, 32);
  const salt = randomBytes(16);
  const contentKey = hkdf(key, salt, "Content-Encoding: aes128gcm\0", 16);
  const nonce = hkdf(key, salt, "Content-Encoding: nonce\0", 12);
  const cipher = createCipheriv("aes-128-gcm", contentKey, nonce);
  const lastRecord = Buffer.concat([Buffer.from(text, "utf8"), Buffer.of(2)]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(recordBytes);
  const head = Buffer.concat([salt, size, Buffer.of(ourPublic.length), ourPublic]);
  return Buffer.concat([head, cipher.update(lastRecord), cipher.final(), cipher.getAuthTag()]);
}
