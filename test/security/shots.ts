import fc from "fast-check";
import type { ListedRoute } from "../../src/http/route-list.ts";
import { valuesOf, type Schema } from "./schema-values.ts";

/** Requests to a route, valid and invalid by its schema. */
export interface Shot {
  route: ListedRoute;
  path: string;
  query: [string, string][];
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer> | undefined;
}

const texts = [
  "",
  " ",
  "\0",
  "a\0b",
  "'",
  "'; drop table orders; --",
  '" or 1=1 --',
  "\\",
  "%",
  "_%_",
  "%00",
  "%0d%0aSet-Cookie: x=1",
  "\r\nX-Injected: 1",
  "../../../etc/passwd",
  "<script>alert(1)</script>",
  "=1+1",
  "${7*7}{{7*7}}",
  "\ud800",
  "\udfff\ud800",
  "‮‏\u2028",
  "👩‍👩‍👧‍👦".repeat(20),
  "x".repeat(300),
  "9".repeat(400),
  "x".repeat(70_000),
  "NaN",
  "-1",
  "0x10",
  "1e999",
  "2026-02-30",
  "9999-12-31T23:59:60Z",
  "0000-00-00",
  "+275760-09-13",
  "__proto__",
  "constructor",
  "toString",
  "null",
  "true",
  "[]",
];
const numbers = [0, -0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e21, 1e308, 5e-324, 9e15];
const structures: unknown[] = [
  null,
  true,
  [],
  {},
  [[]],
  [null],
  { a: { b: [{}] } },
  JSON.parse('{"__proto__":{"admin":true}}'),
  { constructor: { prototype: { admin: true } } },
  { toString: 1, valueOf: null, length: -1 },
  Array.from({ length: 300 }, () => "x"),
];

const anyText = fc.oneof(fc.constantFrom(...texts), fc.string({ unit: "binary", maxLength: 40 }));
const anything = fc.oneof(
  { weight: 4, arbitrary: anyText },
  { weight: 2, arbitrary: fc.constantFrom(...numbers) },
  { weight: 2, arbitrary: fc.constantFrom(...structures) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

type Fields = Record<string, unknown>;
/** Waiting is tested elsewhere; here it would only take time. */
const quick: Record<string, fc.Arbitrary<unknown>> = { wait: fc.constantFrom(0, 1) };

/** Mostly valid by the schema, with up to two fields that are not. */
function fieldsOf(schema: unknown, ids: string[]): fc.Arbitrary<Fields> {
  const { properties = {}, ...rest } = (schema ?? {}) as Schema;
  const plain = Object.fromEntries(Object.entries(properties).filter(([name]) => !(name in quick)));
  const names = Object.keys(properties);
  const valid = fc.tuple(
    valuesOf({ ...rest, type: "object", properties: plain }),
    fc.record(Object.fromEntries(Object.entries(quick).filter(([name]) => names.includes(name))), {
      requiredKeys: [],
    }),
  );
  const field = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...(names.length > 0 ? names : ["x"])) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("__proto__", "constructor", "x", "", "id", "account_id", "role"),
    },
  );
  const value = fc.oneof(
    { weight: 3, arbitrary: anything },
    { weight: 1, arbitrary: fc.constantFrom(...ids) },
  );
  const changes = fc.array(fc.tuple(field, fc.option(value, { nil: undefined, freq: 6 })), { maxLength: 2 });
  return fc.tuple(valid, changes).map(([[most, waits], changed]) => {
    const fields: Fields = Object.assign({}, most, waits);
    for (const [name, change] of changed) {
      if (change === undefined) delete fields[name];
      else
        Object.defineProperty(fields, name, {
          value: change,
          enumerable: true,
          configurable: true,
          writable: true,
        });
    }
    return fields;
  });
}

const asText = (value: unknown): string =>
  typeof value === "string" ? value : (JSON.stringify(value) ?? "");
const isDeep = (value: unknown): boolean => typeof value === "object";

const formOf = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => `${encodeText(name)}=${encodeText(asText(value))}`)
    .join("&");
/** encodeURIComponent rejects lone surrogates. */
const encodeText = (text: string): string => encodeURIComponent(text.toWellFormed());

const json = "application/json";
const bodiesOf = (schema: unknown, ids: string[]): fc.Arbitrary<[string | undefined, Shot["body"]]> => {
  const fields = fieldsOf(schema, ids);
  const type = fc.constantFrom(
    json,
    "text/plain",
    "multipart/form-data; boundary=x",
    "application/xml",
    "",
    "a/b;;",
  );
  return fc.oneof(
    { weight: 24, arbitrary: fields.map((object) => [json, JSON.stringify(object)] as never) },
    {
      weight: 4,
      arbitrary: fields.map((object) => ["application/x-www-form-urlencoded", formOf(object)] as never),
    },
    { weight: 1, arbitrary: anything.map((value) => [json, JSON.stringify(value)] as never) },
    { weight: 1, arbitrary: fields.map((object) => [json, JSON.stringify(object).slice(0, -3)] as never) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(type, fc.uint8Array({ maxLength: 200 }))
        .map(([name, bytes]) => [name, bytes] as never),
    },
    { weight: 1, arbitrary: fc.constant([undefined, undefined] as never) },
  );
};

const printable = fc.string({ unit: "grapheme-ascii", maxLength: 60 }).map((text) => text.trim());
const headersLikeOnes = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: fc.record(
      {
        "idempotency-key": fc.oneof(fc.constantFrom("a", "b", "c"), printable),
        "last-event-id": fc.oneof(fc.nat().map(String), printable),
        "x-forwarded-for": fc.oneof(fc.ipV4(), printable),
        accept: fc.constantFrom("text/html", "*/*", "application/xml"),
        range: fc.constant("bytes=0-10"),
        "accept-encoding": fc.constantFrom("gzip", "identity", "br;q=0"),
        "user-agent": fc.oneof(fc.constant("x".repeat(2000)), printable),
        "x-http-method-override": fc.constant("DELETE"),
      },
      { requiredKeys: [] },
    ),
  },
);

/** Requests to a route: `ids` are those of existing objects. */
export function shotsAt(route: ListedRoute, ids: string[]): fc.Arbitrary<Shot> {
  const { method, url, schema } = route;
  const names = [...url.matchAll(/:\w+/g)].map(([name]) => name);
  const segment = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.nat(300).map(String) },
    { weight: 1, arbitrary: anyText },
  );
  const takesBody = method !== "GET" && method !== "HEAD";
  return fc
    .tuple(
      fc.array(segment, { minLength: names.length, maxLength: names.length }),
      fieldsOf(schema.querystring, ids),
      headersLikeOnes,
      takesBody ? bodiesOf(schema.body, ids) : fc.constant([undefined, undefined] as [undefined, undefined]),
    )
    .map(([segments, query, headers, [type, body]]) => ({
      route,
      path: names.reduce(
        (path, name, place) => path.replace(name, encodeText(segments[place] ?? "x") || "%20"),
        url,
      ),
      query: Object.entries(query)
        .filter(
          ([, value]) => value !== undefined && (!isDeep(value) || value === null || Array.isArray(value)),
        )
        .map(
          ([name, value]) =>
            [name.toWellFormed(), asText(value).toWellFormed().slice(0, 3000)] as [string, string],
        ),
      headers: { ...headers, ...(type ? { "content-type": type } : {}) },
      body,
    }));
}
