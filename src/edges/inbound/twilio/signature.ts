import { createHash, createHmac } from "node:crypto";
import { parse, stringify } from "node:querystring";
import { sameSecret } from "../../../kit/secrets.ts";
import type { Form } from "../form-body.ts";

export interface SignedRequest {
  /** The header's value: base64 of an HMAC-SHA1. */
  signature: string;
  /** The URL as the carrier called it, including the query. */
  url: string;
  /** The form's fields; none for a GET, since they are in the URL. */
  form: Form;
  body: Buffer;
}

/** How a repeated field is signed: Twilio takes each value once, sorted; SignalWire takes all as they come. */
export type Repeats = "distinct" | "all";

/**
 * Whether one of the tokens signed the request. The signature covers the URL, then name and value of every field,
 * sorted by name (Twilio, "Validating Signatures from Twilio"; twilio 6.2.0, lib/webhooks/webhooks.js, whose variants
 * of the URL are tried here). If the URL has `bodySHA256`, only the URL is signed, and that hash covers the body. Two
 * tokens are valid during a rotation.
 */
export function isSigned(tokens: string[], request: SignedRequest, repeats: Repeats): boolean {
  const hash = bodyHashIn(request.url);
  if (
    hash !== null &&
    !sameSecret(hash.toLowerCase(), createHash("sha256").update(request.body).digest("hex"))
  )
    return false;
  const fields = hash === null ? flatten(request.form, repeats) : "";
  for (const url of variants(request.url))
    for (const token of tokens) {
      const expected = createHmac("sha1", token)
        .update(url + fields)
        .digest("base64");
      if (sameSecret(request.signature, expected)) return true;
    }
  return false;
}

/** If the body is JSON, the URL contains its hash; null for a form. */
export const bodyHashIn = (url: string): string | null =>
  url.includes("?") ? new URLSearchParams(url.slice(url.indexOf("?"))).get("bodySHA256") : null;

function flatten(form: Form, repeats: Repeats): string {
  const asSigned = (values: readonly string[]): readonly string[] =>
    repeats === "all" ? values : [...new Set(values)].toSorted();
  return [...form.keys()]
    .toSorted()
    .flatMap((name) => asSigned(form.get(name) ?? []).map((value) => name + value))
    .join("");
}

/** Without a port and with one: first as received, then as `new URL` and as old back ends serialize its query. */
function variants(url: string): Set<string> {
  const asItCame = [withoutPort(url), withPort(url)];
  const normal = new URL(url).href;
  const normalized = [withoutPort(normal), withPort(normal)];
  return new Set([...asItCame, ...normalized, ...normalized.map(withOldQuery)]);
}

const host = /^(https?:\/\/(?:\[[^\]]*\]|[^/?#:]*))(:\d+)?/i;

const withoutPort = (url: string): string => url.replace(host, "$1");

const withPort = (url: string): string =>
  url.replace(
    host,
    (_, start: string, port?: string) => start + (port ?? (/^https:/i.test(start) ? ":443" : ":80")),
  );

function withOldQuery(url: string): string {
  const [address, query] = [url.split("?", 1)[0] ?? "", url.slice(url.indexOf("?") + 1)];
  return url.includes("?") && query !== "" ? `${address}?${stringify(parse(query))}` : url;
}
