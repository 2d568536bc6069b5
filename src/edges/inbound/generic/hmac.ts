import { createHmac, timingSafeEqual } from "node:crypto";
import { readsQuery } from "../body.ts";
import { isFresh } from "../fresh.ts";
import { headerOf } from "../header.ts";
import type { InboundRequest } from "../source-kind.ts";
import type { HmacAuth } from "./settings.ts";

const placeholder = /(\{(?:body|timestamp|nonce|url)\})/;

/** Whether the request is signed as the settings say: an HMAC over a template of its body, address and headers. */
export function hmacCheck(auth: HmacAuth): (request: InboundRequest) => boolean {
  const pieces = auth.template.split(placeholder);
  const signsUrl = pieces.includes("{url}");
  return (request) => {
    if (readsQuery(request) && !signsUrl) return false;
    if (
      auth.timestampHeader &&
      !isFresh(headerOf(request, auth.timestampHeader), auth.toleranceSeconds, request.at)
    )
      return false;
    const hmac = createHmac(auth.algorithm, auth.secret);
    for (const piece of pieces) hmac.update(fill(piece, auth, request));
    return same(headerOf(request, auth.header), hmac.digest(), auth.encoding);
  };
}

function fill(piece: string, auth: HmacAuth, request: InboundRequest): string | Buffer {
  if (piece === "{body}") return request.body;
  if (piece === "{url}") return request.url;
  if (piece === "{timestamp}") return headerOf(request, auth.timestampHeader ?? "");
  if (piece === "{nonce}") return headerOf(request, auth.nonceHeader ?? "");
  return piece;
}

/** Some senders put the algorithm before it: `sha256=…`. Upper case and base64url are the same signature. */
function same(signature: string, expected: Buffer, encoding: "hex" | "base64"): boolean {
  const given = Buffer.from(signature.trim().replace(/^sha(?:1|256|512)=/i, ""), encoding);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
