import { isDeepStrictEqual } from "node:util";

type Json = Record<string, unknown>;

/** Custom keywords that only the validation of requests uses, and that mean nothing to a reader. */
const internal = new Set(["x-expects", "x-refusal", "x-listed"]);

/**
 * The document's paths with every schema that has a title moved to the components and replaced by a reference, so
 * that generators make a model of each. Throws if two different schemas have the same name.
 */
export function nameSchemas<T extends { paths?: unknown; components?: object }>(document: T): T {
  const schemas: Json = {};
  const paths = visit(document.paths, schemas);
  const sorted = Object.fromEntries(Object.entries(schemas).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return { ...document, paths, components: { ...document.components, schemas: sorted } };
}

function visit(node: unknown, schemas: Json): unknown {
  if (Array.isArray(node)) return node.filter(isShown).map((entry) => visit(entry, schemas));
  if (typeof node !== "object" || node === null) return node;
  const { title, ...plain } = Object.fromEntries(
    Object.entries(asListed(node as Json))
      .filter(([name, value]) => !internal.has(name) && value !== undefined)
      .map(([name, value]) => [name, visit(value, schemas)]),
  );
  if (typeof title !== "string") return title === undefined ? plain : { title, ...plain };
  // The description of a parameter is kept outside its schema.
  const { description, ...rest } = (schemas[title] ?? {}) as Json;
  const { description: own, ...plainRest } = plain as Json;
  if (schemas[title] !== undefined && !isDeepStrictEqual(rest, plainRest))
    throw new Error(`Two schemas are called ${title}.`);
  const about = description ?? own;
  schemas[title] = { ...plainRest, ...(about === undefined ? {} : { description: about }) };
  return { $ref: `#/components/schemas/${title}` };
}

/** Generators would turn another name for the same parameter into the same identifier. */
const isShown = (entry: unknown): boolean =>
  !(entry as { schema?: { "x-alias"?: true } } | null)?.schema?.["x-alias"];

/** An enum lists its values, even if other spellings of them are accepted. */
const asListed = ({ pattern, ...schema }: Json): Json => ({
  ...schema,
  ...(schema["x-listed"] ? { enum: schema["x-listed"] } : pattern === undefined ? {} : { pattern }),
});
