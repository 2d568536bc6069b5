import { createHash } from "node:crypto";
import { sameSecret } from "../../../kit/secrets.ts";
import { isFresh } from "../fresh.ts";
import { headerOf } from "../header.ts";
import { readJwt } from "../jwt.ts";
import type { InboundRequest } from "../source-kind.ts";

/** The token of a call by the Messages API; null if it carries none. */
export function tokenOf(request: InboundRequest): string | null {
  const [, token] = /^bearer +(\S+)\s*$/i.exec(headerOf(request, "authorization")) ?? [];
  return token ?? null;
}

/**
 * Whether one of the secrets signed a token for exactly this body, at a time within the tolerance (Vonage, "Webhooks: decoding
 * signed webhooks"). @vonage/jwt checks only the signature: the body, the issuer and the age are checked here.
 */
export function isSignedToken(
  token: string,
  secrets: string[],
  { body, at, toleranceSeconds }: Pick<InboundRequest, "body" | "at"> & { toleranceSeconds: number },
): boolean {
  const claims = readJwt(token, secrets, ["HS256"]);
  if (claims?.["iss"] !== "Vonage" || !isFresh(String(claims["iat"]), toleranceSeconds, at)) return false;
  const expected = createHash("sha256").update(body).digest("hex");
  return sameSecret(String(claims["payload_hash"]).toLowerCase(), expected);
}
