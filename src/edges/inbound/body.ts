import { Refusal, invalid } from "../../kit/errors.ts";
import type { InboundRequest } from "./source-kind.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

export function decodeText(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw invalid("body", "The body is not valid UTF-8.");
  }
}

const mediaTypeOf = ({ headers }: InboundRequest): string =>
  (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

/**
 * The fields of a call, by its content type: JSON, a form, or the query alone (GET, or a POST with nothing in it). A
 * plain text is the field `body` beside those of the query. Sources that name no type send JSON or a form.
 */
export function readBody(request: InboundRequest): unknown {
  const { method, query, body } = request;
  if (method === "GET" || body.length === 0) return parseForm(query);
  const type = mediaTypeOf(request);
  const text = decodeText(body);
  if (/[/+]json$/.test(type)) return parseJson(text);
  if (type === "application/x-www-form-urlencoded") return parseForm(text);
  if (type.startsWith("text/")) return Object.assign(parseForm(query), { body: text });
  if (type === "") return /^\s*[[{]/.test(text) ? parseJson(text) : parseForm(text);
  throw new Refusal("unsupported_media_type", "Send the messages as JSON, as a form or as plain text.");
}

/** Whether fields of the message stand in the address, which a signature over the body alone says nothing about. */
export const readsQuery = (request: InboundRequest): boolean =>
  request.method === "GET" || request.body.length === 0 || mediaTypeOf(request).startsWith("text/");

export function parseJson(text: string): unknown {
  try {
    return longNumber.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
  } catch {
    throw invalid("body", "The body is not valid JSON.");
  }
}

const longNumber = /\d{16}/;

/** Two ids beyond 2^53 would become the same number, and the second message a repeat of the first. */
function keepDigits(_name: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === "number" && !Number.isSafeInteger(value) ? context?.source : value;
}

/** A field given more than once becomes an array. */
export function parseForm(text: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    const before = fields[name];
    fields[name] = before === undefined ? value : [before, value].flat();
  }
  return fields;
}
