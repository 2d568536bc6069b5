import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import type { FastifyInstance } from "fastify";
import { Refusal, invalid } from "../kit/errors.ts";

/**
 * Validates requests against the routes' schemas. Query strings are text, so their numbers are converted from text;
 * bodies must have the right types as they are. Repeated parameters become arrays and fail where a string is
 * expected; undocumented properties of a body are dropped.
 */
export function useValidation(app: FastifyInstance): void {
  const common = { useDefaults: true, strict: false, validateFormats: false, verbose: true };
  const fromText = new Ajv({ ...common, coerceTypes: true });
  const asIs = new Ajv({ ...common, removeAdditional: "all" });
  app.setValidatorCompiler(({ schema, httpPart }) => {
    // Compiled for the first request, because all of them together would take half of the time of a start.
    let validate: ValidateFunction | undefined;
    return (data: unknown) => {
      validate ??= (httpPart === "body" ? asIs : fromText).compile(schema);
      if (validate(data)) return { value: data };
      return { error: explain(validate.errors?.[0], schema as ObjectSchema) };
    };
  });
  // Answers are serialized by JSON.stringify, because money is raw JSON (kit/money.ts).
  app.setSerializerCompiler(() => JSON.stringify);
}

interface ObjectSchema {
  properties?: Record<string, { description?: string; "x-expects"?: string; "x-refusal"?: string }>;
}

/** One sentence that names the field and says what it should be. */
function explain(error: ErrorObject | undefined, schema: ObjectSchema): Refusal {
  if (!error) return invalid("body", "The request is not as documented.");
  const missing = error.keyword === "required" ? String(error.params["missingProperty"]) : undefined;
  const field = missing ?? error.instancePath.split("/")[1] ?? "";
  if (field === "") return invalid("body", "Send a JSON object or a form as the body.");
  if (error.instancePath === `/${field}` && error.keyword === "type" && Array.isArray(error.data))
    return invalid(field, `${field} must be given once, as a single value.`);
  const property = schema.properties?.[field];
  const expected = property?.["x-expects"] ?? error.message ?? "be as documented";
  const sentence = missing
    ? `${field} is missing: it must ${expected}.`
    : `${field} must ${expected.replace(/^must /, "")}.`;
  const isOfWrongKind = missing !== undefined || error.keyword === "type";
  const code = isOfWrongKind ? undefined : property?.["x-refusal"];
  return code ? new Refusal(code, sentence, { field }) : invalid(field, sentence);
}
