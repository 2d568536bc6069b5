import { randomBytes } from "node:crypto";
import type { Auth } from "./settings.ts";

const newSecret = (): string => randomBytes(24).toString("base64url");

/** How a new source authenticates, if the operator does not choose. */
const newSecrets: Record<string, () => object> = {
  basic: () => ({ username: "zapotp", password: newSecret() }),
  header: () => ({ name: "X-Api-Key", value: newSecret() }),
  hmac: () => ({ secret: newSecret() }),
};

/** What each authentication method calls its secret. */
const secretNames: Record<string, string | undefined> = {
  basic: "password",
  header: "value",
  hmac: "secret",
};

/** Settings of an authentication method, with a new secret unless one is given; not validated yet. */
export const newAuth = (kind: string, given: object = {}): object => ({
  ...newSecrets[kind]?.(),
  ...given,
  kind,
});

/** The same method with a new secret. */
export function renewAuth(auth: Auth): object {
  const name = secretNames[auth.kind];
  return { ...auth, ...(name && { [name]: newSecret() }) };
}

/** What the other end must be given; null if there is no secret. */
export function secretIn(auth: Auth): string | null {
  if (auth.kind === "basic") return `${auth.username}:${auth.password}`;
  if (auth.kind === "header") return `${auth.name}: ${auth.value}`;
  return auth.kind === "hmac" ? auth.secret : null;
}

/** The WWW-Authenticate header for whoever does not sign in by HTTP Basic, if that is the method. */
export const challengeOf = ({ kind }: Auth): string | undefined =>
  kind === "basic" ? 'Basic realm="ZapOTP source", charset="UTF-8"' : undefined;
