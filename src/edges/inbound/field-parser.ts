import { readOne } from "./batch.ts";
import { readBody } from "./body.ts";
import { invalid } from "../../kit/errors.ts";
import { createNumberReader } from "./number.ts";
import { createSmsReader } from "./read-sms.ts";
import type { FieldNames } from "./sms.ts";
import type { InboundRequest, Parsed } from "./source-kind.ts";

/** Reads the one message of a call whose fields have these names, as a form, JSON or in the query. */
export function createFieldParser(names: FieldNames): (request: InboundRequest) => Parsed {
  const readMessage = createSmsReader(names, { readNumber: createNumberReader() });
  return (request) => {
    return readOne(fieldsOf(request), readMessage);
  };
}

/** The fields of a call, as a form, JSON or in the query. Throws a Refusal if the body has none. */
export function fieldsOf(request: InboundRequest): Record<string, unknown> {
  const fields = readBody(request);
  if (typeof fields !== "object" || fields === null || Array.isArray(fields))
    throw invalid("body", "The body is not an object with fields.");
  return fields as Record<string, unknown>;
}
