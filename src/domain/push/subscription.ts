/** Where a browser is told: the address that its push service gave it, and the keys that only it can read with. */
export interface PushTarget {
  endpoint: string;
  /** Its public key (P-256, uncompressed) and its secret, in base64url (RFC 8291). */
  p256dh: string;
  auth: string;
}

/** What is told: never the code itself. */
export interface Arrived {
  order_id: number;
  service: string;
  mode: "live" | "test";
  has_code: boolean;
}

/** The keys that prove to push services who sends (VAPID, RFC 8292), in base64url. */
export interface PushKeys {
  publicKey: string;
  privateKey: string;
}

/** Hands the text to the target's push service; returns its HTTP status. Throws without an answer. */
export type SendPush = (
  target: PushTarget,
  keys: PushKeys,
  text: string,
  ttlSeconds: number,
) => Promise<number>;

const longestEndpoint = 2000;

/** Whether it can be a push service's: https on the usual port, by name, and keys of the right length. */
export function isPushTarget({ endpoint, p256dh, auth }: PushTarget): boolean {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  const isPlace =
    endpoint.length <= longestEndpoint &&
    url?.protocol === "https:" &&
    url.port === "" &&
    url.username === "" &&
    url.password === "" &&
    /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/.test(url.hostname);
  const key = Buffer.from(p256dh, "base64url");
  return isPlace && key.length === 65 && key[0] === 4 && Buffer.from(auth, "base64url").length === 16;
}
