import { groupFields } from "../../../http/form-fields.ts";
import { parseJson } from "../body.ts";
import { decodeText } from "../charset.ts";
import { readFormText } from "../form-body.ts";
import type { InboundRequest } from "../source-kind.ts";

/** The fields of a call as texts, which is how they are signed, or null if they are not one text each. */
export function readFields(request: InboundRequest): Map<string, string> | null {
  const fields = new Map<string, string>();
  for (const [name, [value, ...more]] of valuesOf(request)) {
    const isText = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
    if (!isText || more.length > 0) return null;
    fields.set(name, String(value));
  }
  return fields;
}

/** The dashboard decides between a GET, a form and JSON. No form begins with a brace. */
function valuesOf(request: InboundRequest): ReadonlyMap<string, readonly unknown[]> {
  const { method, body } = request;
  if (method === "GET" || body.toString("latin1", 0, 100).trimStart()[0] !== "{")
    return readFormText(request);
  return groupFields(Object.entries(parseJson(decodeText(body)) as object));
}
