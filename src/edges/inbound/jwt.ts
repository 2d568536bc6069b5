import { createHmac, timingSafeEqual } from "node:crypto";

export type Claims = Readonly<Record<string, unknown>>;

const digests = { HS256: "sha256", HS384: "sha384", HS512: "sha512" } as const;
type Algorithm = keyof typeof digests;

/**
 * The claims of a JSON Web Token (RFC 7515, RFC 7518), or null if none of the secrets signed it. Its header names the
 * algorithm; one that is not among `algorithms` is refused.
 */
export function readJwt(token: string, secrets: string[], algorithms: readonly Algorithm[]): Claims | null {
  const [head = "", payload = "", signature = "", ...more] = token.split(".");
  if (more.length > 0 || !base64url.test(head + payload + signature)) return null;
  const algorithm = algorithms.find((name) => name === jsonIn(head)?.["alg"]);
  if (algorithm === undefined) return null;
  const given = Buffer.from(signature, "base64url");
  const isSigned = secrets.some((secret) => {
    const expected = createHmac(digests[algorithm], secret).update(`${head}.${payload}`).digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return isSigned ? jsonIn(payload) : null;
}

const base64url = /^[\w-]*$/;

function jsonIn(part: string): Claims | null {
  try {
    const json: unknown = JSON.parse(Buffer.from(part, "base64url").toString());
    return typeof json === "object" && json !== null ? (json as Claims) : null;
  } catch {
    return null;
  }
}
