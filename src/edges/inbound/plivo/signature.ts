import { createHmac } from "node:crypto";
import { sameSecret } from "../../../kit/secrets.ts";
import { readFormText, toForm, type Form } from "../form-body.ts";
import { headerOf } from "../header.ts";
import type { InboundRequest } from "../source-kind.ts";

/**
 * Which of Plivo's signatures by one of the tokens the call carries: V2, which messages have, covers only the address
 * without its query, and a nonce; V3 covers the fields as well (plivo 4.79.0, utils/security.js, utils/v3Security.js).
 * Each comes twice, by the account that owns the number and by the main account (`Ma`).
 *
 * @returns null if it is signed by none
 */
export function signatureOf(
  tokens: string[],
  request: InboundRequest,
): { version: 2 | 3; nonce: string } | null {
  for (const version of [3, 2] as const) {
    const nonce = headerOf(request, `x-plivo-signature-v${version}-nonce`);
    const signed = nonce === "" ? null : (version === 3 ? signedByV3 : signedByV2)(request, nonce);
    if (signed !== null && signaturesIn(request, version).some((given) => isOf(tokens, signed, given)))
      return { version, nonce };
  }
  return null;
}

const signaturesIn = (request: InboundRequest, version: 2 | 3): string[] =>
  [`x-plivo-signature-v${version}`, `x-plivo-signature-ma-v${version}`]
    .flatMap((name) => headerOf(request, name).split(","))
    .map((signature) => signature.trim())
    .filter((signature) => signature !== "");

const isOf = (tokens: string[], signed: string, given: string): boolean =>
  tokens.some((token) => sameSecret(given, createHmac("sha256", token).update(signed).digest("base64")));

const addressOf = ({ url }: InboundRequest): string => url.split(/[?#]/, 1)[0] ?? "";

const signedByV2 = (request: InboundRequest, nonce: string): string => addressOf(request) + nonce;

/** The address, its query and the form's fields, each sorted: `ADDRESS?a=1&b=2.c3d4.NONCE`. */
function signedByV3(request: InboundRequest, nonce: string): string | null {
  const query = listed(toForm(request.query), "=", "&");
  const form = request.method === "GET" ? "" : fieldsOf(request);
  if (form === null) return null;
  const mark = query !== "" || form !== "" ? "?" : "";
  return `${addressOf(request)}${mark}${query}${query !== "" && form !== "" ? "." : ""}${form}.${nonce}`;
}

function fieldsOf(request: InboundRequest): string | null {
  try {
    return listed(readFormText(request), "", "");
  } catch {
    return null; // Not UTF-8, or too many fields.
  }
}

const listed = (form: Form, between: string, after: string): string =>
  [...form.keys()]
    .toSorted()
    .flatMap((name) => (form.get(name) ?? []).toSorted().map((value) => name + between + value))
    .join(after);
