import type { Static, TSchema } from "typebox";
import { Value } from "typebox/value";
import { invalid } from "../../kit/errors.ts";

/**
 * Applies defaults and validates. Throws a Refusal that names the wrong setting, never its value, which may be a
 * secret.
 */
export function checkSettings<S extends TSchema>(schema: S, value: unknown, under = ""): Static<S> {
  const filled = Value.Default(schema, structuredClone(value));
  const [error] = Value.Errors(schema, filled);
  if (!error) return filled as Static<S>;
  const parent = [under, ...error.instancePath.split("/").slice(1)].filter((step) => step !== "");
  const nameOf = (child?: string): string => [...parent, ...(child ? [child] : [])].join(".") || "settings";
  if (error.keyword === "required") {
    const field = nameOf(error.params.requiredProperties[0]);
    throw invalid(field, `${field} is missing.`);
  }
  // Unknown names are reported at the name itself, as a schema that nothing matches.
  if (error.keyword === "boolean") throw invalid(nameOf(), `${nameOf()} is not a setting.`);
  throw invalid(nameOf(), `${nameOf()} ${error.message}.`);
}
