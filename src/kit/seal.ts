import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from "node:crypto";

const ivBytes = 12;
const tagBytes = 16;
/** Nonces drawn at once: asking the system for each costs more than the encryption. */
const noncesAtOnce = 256;

/** Encrypts texts at rest: AES-256-GCM, stored as iv, tag, ciphertext. */
export interface Sealer {
  seal(text: string): Buffer;
  /** Throws when the bytes were not sealed by this key or were altered. */
  open(sealed: Buffer): string;
}

/** `bytes`: 32 of them. */
export function createSealer(bytes: Buffer): Sealer {
  const key = createSecretKey(bytes); // Made once: from bare bytes each cipher would make its own, for 12 µs.
  const nextNonce = drawNonces();
  return {
    seal(text) {
      const iv = nextNonce();
      const cipher = createCipheriv("aes-256-gcm", key, iv);
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    open(sealed) {
      const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, ivBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
      return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]).toString(
        "utf8",
      );
    },
  };
}

/** Random and never handed out twice. */
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
