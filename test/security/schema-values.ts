import fc from "fast-check";

/** As much of JSON Schema as the routes' schemas use. */
export interface Schema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
}

const longestText = 60;
const longestList = 4;

/** Small values that fit a schema. */
export function valuesOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(valuesOf));
  switch (schema.type) {
    case "object":
      return objectsOf(schema);
    case "array":
      return fc.array(valuesOf(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? longestList, longestList),
      });
    case "string":
      return textsOf(schema);
    case "integer":
      return fc.integer({ min: schema.minimum ?? -10, max: Math.min(schema.maximum ?? 100, 2 ** 31 - 1) });
    case "number":
      return fc
        .integer({ min: Math.max(schema.minimum ?? -1000, -1000), max: 100_000 })
        .map((minor) => minor / 100);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objectsOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const values = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, valuesOf(property)]),
  );
  return fc.record(values, {
    requiredKeys: required.filter((name) => name in values),
    noNullPrototype: true,
  });
}

const noNul = "^[^\\u0000]*$";

function textsOf({ pattern = noNul, minLength = 0, maxLength = longestText }: Schema): fc.Arbitrary<string> {
  const length = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, longestText)) };
  if (pattern === noNul)
    return fc.string({ unit: "grapheme", ...length }).map((text) => text.replaceAll("\0", " "));
  return fc.stringMatching(new RegExp(pattern)).filter((text) => text.length >= minLength);
}
