import { invalid } from "../../kit/errors.ts";
import { parseJson } from "./body.ts";
import { decodeText } from "./charset.ts";
import type { InboundRequest } from "./source-kind.ts";

/**
 * The JSON in the body of a signed call, whatever type it declares: the signature covers neither the headers nor, with
 * most carriers, the query.
 */
export function readJson({ body }: InboundRequest): object {
  const json = parseJson(decodeText(body));
  if (typeof json !== "object" || json === null)
    throw invalid("body", "The body is not an object with fields.");
  return json;
}
