import { createHmac, timingSafeEqual } from "node:crypto";
import { readsQuery } from "../body.ts";
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

export function headerOf({ headers }: InboundRequest, name: string): string {
  const value = headers[name.toLowerCase()];
  return typeof value === "string" ? value : "";
}

/** Seconds or milliseconds since 1970, or an ISO 8601 time; without a zone it is UTC, not the server's local time. */
function isFresh(timestamp: string, toleranceSeconds: number, at: Date): boolean {
  const time = /^\d{1,16}$/.test(timestamp)
    ? Number(timestamp) * (timestamp.length > 11 ? 1 : 1000)
    : Date.parse(/\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(timestamp) ? `${timestamp}Z` : timestamp);
  return Math.abs(at.getTime() - time) <= toleranceSeconds * 1000; // Always false if it is not a time.
}

/** Some senders put the algorithm before it: `sha256=…`. Upper case and base64url are the same signature. */
function same(signature: string, expected: Buffer, encoding: "hex" | "base64"): boolean {
  const given = Buffer.from(signature.trim().replace(/^sha(?:1|256|512)=/i, ""), encoding);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
