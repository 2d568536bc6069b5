import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  randomBytes,
  sign,
  type KeyObject,
} from "node:crypto";

const algorithm = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;
/** The number of nonces generated at once: asking the system for each costs more than the encryption. */
const noncesAtOnce = 256;
/** The first byte of values that are bound to their place. */
const boundVersion = 1;
const fingerprintBytes = 16;

/**
 * Where a sealed value belongs: its column, and what identifies its row for as long as the value is there. It is part
 * of the seal (additional data of AES-GCM), so that a value copied into another row or column cannot be opened there.
 */
export type Place = readonly [column: string, ...row: (string | number)[]];

/** Encrypts texts at rest: AES-256-GCM, stored as version, iv, tag, ciphertext. */
export interface Sealer {
  seal(text: string, place: Place): Buffer;
  /**
   * Throws if the bytes were not sealed with this key, were altered, or belong to another place. Values sealed before
   * places became part of the seal (iv, tag, ciphertext) can be opened anywhere.
   */
  open(sealed: Buffer, place: Place): string;
  /** 16 bytes that identify a text, and from which nobody without the key can learn what it was. */
  fingerprint(text: string): Buffer;
  /** An Ed25519 signature (RFC 8032) with a key that is derived from this one. */
  sign(document: Buffer): Buffer;
  /** The key that verifies those signatures, as PEM. */
  publicKey(): string;
  /** Whether the bytes are bound to the place; false if they can be opened anywhere. */
  isBound(sealed: Buffer, place: Place): boolean;
}

/** `bytes`: 32 of them. */
export function createSealer(bytes: Buffer): Sealer {
  const key = createSecretKey(bytes); // Created once: from raw bytes each cipher would create its own, in 12 µs.
  const fingerprintKey = createSecretKey(createHmac("sha256", bytes).update("fingerprint").digest());
  const nextNonce = drawNonces();
  return {
    sign: (document) => sign(null, document, signingKey(bytes)),
    publicKey: () => createPublicKey(signingKey(bytes)).export({ type: "spki", format: "pem" }).toString(),
    fingerprint: (text) =>
      createHmac("sha256", fingerprintKey).update(text).digest().subarray(0, fingerprintBytes),
    seal(text, place) {
      const iv = nextNonce();
      const cipher = createCipheriv(algorithm, key, iv).setAAD(toBytes(place));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([Buffer.of(boundVersion), iv, cipher.getAuthTag(), body]);
    },
    open(sealed, place) {
      if (sealed[0] !== boundVersion) return decrypt(key, sealed, null);
      try {
        return decrypt(key, sealed.subarray(1), place);
      } catch (error) {
        // One unbound value in 256 happens to begin with the version byte. A bound one does not decrypt as an unbound
        // one.
        return insteadOf(error, () => decrypt(key, sealed, null));
      }
    },
    isBound(sealed, place) {
      try {
        return sealed[0] === boundVersion && decrypt(key, sealed.subarray(1), place) !== null;
      } catch {
        return false;
      }
    },
  };
}

/** RFC 8410, 7: a private key of Ed25519 is this prefix and 32 bytes. */
const ed25519Prefix = Buffer.from("302e020100300506032b657004220420", "hex");

function signingKey(bytes: Buffer): KeyObject {
  const seed = createHmac("sha256", bytes).update("signature").digest();
  return createPrivateKey({ key: Buffer.concat([ed25519Prefix, seed]), format: "der", type: "pkcs8" });
}

function decrypt(key: KeyObject, sealed: Buffer, place: Place | null): string {
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
  if (place) decipher.setAAD(toBytes(place));
  return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]).toString(
    "utf8",
  );
}

/** As JSON, so that no two places have the same encoding. */
const toBytes = (place: Place): Buffer => Buffer.from(JSON.stringify(place));

function insteadOf<T>(error: unknown, read: () => T): T {
  try {
    return read();
  } catch {
    throw error;
  }
}

/** Random and never used twice. */
function drawNonces(): () => Buffer {
  let drawn = Buffer.alloc(0);
  let used = 0;
  return () => {
    if (used === drawn.length) {
      drawn = randomBytes(ivBytes * noncesAtOnce);
      used = 0;
    }
    return drawn.subarray(used, (used += ivBytes));
  };
}
