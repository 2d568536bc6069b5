import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import type { Static, TSchema } from "typebox";
import { invalid } from "../../kit/errors.ts";

const ajv = new Ajv({ useDefaults: true, strict: false });
const compiled = new WeakMap<TSchema, ValidateFunction>();

/**
 * Applies defaults and validates. Throws a Refusal that names the wrong setting, never its value, which may be a
 * secret.
 */
export function checkSettings<S extends TSchema>(schema: S, value: unknown, under = ""): Static<S> {
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  const filled: unknown = structuredClone(value);
  if (!validate(filled)) throw explain(validate.errors?.[0], under);
  return filled as Static<S>;
}

function explain(error: ErrorObject | undefined, under: string): Error {
  const parent = [under, ...(error?.instancePath ?? "").split("/").slice(1)].filter((step) => step !== "");
  const nameOf = (child?: string): string => [...parent, ...(child ? [child] : [])].join(".") || "settings";
  if (error?.keyword === "required") {
    const field = nameOf(String(error.params["missingProperty"]));
    return invalid(field, `${field} is missing.`);
  }
  if (error?.keyword === "additionalProperties") {
    const field = nameOf(String(error.params["additionalProperty"]));
    return invalid(field, `${field} is not a setting.`);
  }
  return invalid(nameOf(), `${nameOf()} ${error?.message ?? "is not as documented"}.`);
}
