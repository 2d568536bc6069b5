import { Refusal, invalid } from "../../kit/errors.ts";
import type { RawText } from "../../kit/raw-text.ts";
import { charsetNamed, decodeText } from "./charset.ts";
import { readForm, type FormFields } from "./form.ts";
import { readMultipart } from "./multipart.ts";
import type { InboundRequest } from "./source-kind.ts";

/**
 * The format of a call's fields. Senders do not keep to the type they declare: JSON is sent as plain text (Amazon
 * SNS) and as a form (curl without `-H`), so anything that parses as a JSON object is JSON.
 */
function shapeOf(request: InboundRequest): "query" | "json" | "multipart" | "form" | "text" {
  if (request.method === "GET" || request.body.length === 0) return "query";
  const type = mediaTypeOf(request);
  if (/[/+]json$/.test(type)) return "json";
  if (type === "multipart/form-data") return "multipart";
  const isText = type.startsWith("text/");
  if (!isText && !untyped.has(type) && type !== formType)
    throw new Refusal("unsupported_media_type", "Send the messages as JSON, as a form or as plain text.");
  if (holdsObjects(request)) return "json";
  return isText ? "text" : "form";
}

const untyped = new Set(["", "application/octet-stream"]);
const formType = "application/x-www-form-urlencoded";

/**
 * The fields of a call: JSON, either kind of form, or only the query (GET, or a POST with an empty body). A plain
 * text becomes the field `body` beside those of the query.
 */
export function readBody(request: InboundRequest): unknown {
  const { body } = request;
  const contentType = request.headers["content-type"];
  const charset = charsetNamed(contentType);
  switch (shapeOf(request)) {
    case "json":
      return parseJson(decodeText(body, charset));
    case "query":
      return readQuery(request);
    case "form":
      return readForm(body, charset);
    case "multipart":
      return readMultipart(body, contentType ?? "");
    case "text":
      return Object.assign(readQuery(request), { body: { bytes: body, charset } });
  }
}

const readQuery = ({ query }: InboundRequest): FormFields => readForm(Buffer.from(query, "latin1"), "auto");

/** Whether fields of the message are in the URL, which a signature over the body alone does not cover. */
export const readsQuery = (request: InboundRequest): boolean => ["query", "text"].includes(shapeOf(request));

const mediaTypeOf = ({ headers }: InboundRequest): string =>
  (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

/** Whether the body is a JSON object, or a list of objects: an SMS may well be `[12345]`, but not `[{"to":…}]`. */
function holdsObjects({ headers, body }: InboundRequest): boolean {
  const [first] = /[^\s]/.exec(body.toString("latin1", 0, 100)) ?? [];
  if (first !== "{" && first !== "[") return false;
  try {
    const json = parseJson(decodeText(body, charsetNamed(headers["content-type"])));
    return [json].flat().some((item) => typeof item === "object" && item !== null);
  } catch {
    return false;
  }
}

export function parseJson(text: string): unknown {
  try {
    return longNumber.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
  } catch {
    throw invalid("body", "The body is not valid JSON.");
  }
}

const longNumber = /\d{16}/;

/** Two ids beyond 2^53 would become the same number, and the second message would count as a repeat of the first. */
function keepDigits(_name: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === "number" && !Number.isSafeInteger(value) ? context?.source : value;
}

/** Whether a value comes from a form, whose bytes are not decoded yet. */
export const isRaw = (value: unknown): value is RawText =>
  typeof value === "object" && value !== null && "bytes" in value && Buffer.isBuffer(value.bytes);
