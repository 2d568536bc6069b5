import { createHash } from "node:crypto";

const maxRemembered = 10_000;

/**
 * For carriers whose signature covers a nonce but not the message: the first message that comes with a nonce is the
 * only one that it vouches for, so a signature that somebody has seen is worth nothing for another message. A repeat
 * of the same message is allowed, because carriers repeat calls that failed. Each process remembers only the nonces
 * that it has seen, and only the latest ones.
 */
export function createNonces(): (nonce: string, message: string | Buffer) => boolean {
  const remembered = new Map<string, string>();
  return (nonce, message) => {
    const digest = createHash("sha256").update(message).digest("base64");
    const before = remembered.get(nonce);
    if (before !== undefined) return before === digest;
    const [oldest] = remembered.keys();
    if (remembered.size >= maxRemembered && oldest !== undefined) remembered.delete(oldest);
    remembered.set(nonce, digest);
    return true;
  };
}
