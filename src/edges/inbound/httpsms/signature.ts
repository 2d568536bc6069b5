import { isFresh } from "../fresh.ts";
import { headerOf } from "../header.ts";
import { readJwt } from "../jwt.ts";
import type { InboundRequest } from "../source-kind.ts";

/** Its tokens end ten minutes after they were made. */
const toleranceSeconds = 600;

/**
 * Whether a call carries a token for this address that one of the keys signed within ten minutes. Two calls of one
 * second carry the same token, so it does not vouch for a message: whoever can read calls under way could send another.
 */
export function isTokenFor(keys: string[], request: InboundRequest): boolean {
  const [, token = ""] = /^bearer +(\S+)\s*$/i.exec(headerOf(request, "authorization")) ?? [];
  const claims = readJwt(token, keys, ["HS256"]);
  return (
    claims?.["iss"] === "api.httpsms.com" && // Self-hosted, too.
    claims["aud"] === request.url &&
    isFresh(String(claims["iat"]), toleranceSeconds, request.at)
  );
}
