import { isDeepStrictEqual } from "node:util";

type Json = Record<string, unknown>;

/** Words of our own that the checks of requests go by, and that tell a reader nothing. */
const internal = new Set(["x-expects", "x-refusal", "x-listed"]);

/**
 * The document's paths with every schema that has a title moved to the components and referred to by that name, so that
 * generators make a model of each. Throws if two different schemas have the same name.
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
  // The description of a parameter is not in its schema.
  const { description, ...rest } = (schemas[title] ?? {}) as Json;
  const { description: own, ...plainRest } = plain as Json;
  if (schemas[title] !== undefined && !isDeepStrictEqual(rest, plainRest))
    throw new Error(`Two schemas are called ${title}.`);
  const about = description ?? own;
  schemas[title] = { ...plainRest, ...(about === undefined ? {} : { description: about }) };
  return { $ref: `#/components/schemas/${title}` };
}

/** Another name for the same parameter would be the same word to a generator. */
const isShown = (entry: unknown): boolean =>
  !(entry as { schema?: { "x-alias"?: true } } | null)?.schema?.["x-alias"];

/** A choice is listed as its values, also where other spellings of them are taken. */
const asListed = ({ pattern, ...schema }: Json): Json => ({
  ...schema,
  ...(schema["x-listed"] ? { enum: schema["x-listed"] } : pattern === undefined ? {} : { pattern }),
});
