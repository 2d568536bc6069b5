import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import assert from "node:assert/strict";
import { appendFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { statusOf } from "../../src/edges/api/errors.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { withComponents } from "../helpers/openapi.ts";

interface Content {
  content?: Record<string, { schema: object }>;
}
interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters?: { name: string; in: string; required?: boolean; schema: object }[];
  requestBody?: Content;
  responses: Record<string, Content & { description: string }>;
  security?: object[];
}
interface Model {
  type: string;
  enum?: string[];
  required?: string[];
}
interface Document {
  openapi: string;
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  components: { securitySchemes: Record<string, object>; schemas: Record<string, object> };
  security: Record<string, string[]>[];
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
}

let app: TestApp;
let document: Document;
let operations: { path: string; method: string; operation: Operation }[];
before(async () => {
  app = await startTestApp();
  document = (await (await fetch(`${app.url}/openapi.json`)).json()) as Document;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
});
after(() => app.close());

test("OpenAPI 3.1 for every endpoint of the API, at the address it is served from", async () => {
  assert.match(document.openapi, /^3\.1\./);
  assert.deepEqual(document.servers, [{ url: `${app.url}/account/api/v1` }]);
  const listed = operations.map(({ path, method }) => `${method} ${path}`).toSorted();
  assert.deepEqual(
    listed,
    [
      "get /countries",
      "get /events",
      "get /orders",
      "get /services",
      "get /sms",
      "get /user",
      "post /cancel",
      "post /finish",
      "post /rent",
      "post /report",
      "post /resend",
      "post /sandbox/sms",
      "post /tools/extract",
    ].toSorted(),
  );
  const again = await fetch(`${app.url}/account/api/v1/openapi.json`);
  assert.deepEqual(await again.json(), document);
  if (process.env["OPENAPI_SEEN"])
    for (const { operation } of operations)
      appendFileSync(process.env["OPENAPI_SEEN"], `${operation.operationId} documented\n`);
});

test("operations are named once, described, tagged, and say what they take", () => {
  assert.equal(new Set(operations.map(({ operation }) => operation.operationId)).size, operations.length);
  const tags = new Set(document.tags.map(({ name }) => name));
  for (const { path, method, operation } of operations) {
    assert.ok(operation.summary && operation.description !== "", path);
    assert.ok(operation.tags.length === 1 && operation.tags.every((tag) => tags.has(tag)), path);
    const names = (operation.parameters ?? []).map((parameter) => `${parameter.in} ${parameter.name}`);
    assert.equal(new Set(names).size, names.length);
    assert.ok(
      (operation.parameters ?? []).every(
        ({ schema, in: place }) => schema && ["query", "header"].includes(place),
      ),
    );
    const bodies = Object.keys(operation.requestBody?.content ?? {});
    assert.deepEqual(
      bodies,
      method === "post" ? ["application/json", "application/x-www-form-urlencoded"] : [],
    );
  }
  for (const requirement of document.security)
    for (const scheme of Object.keys(requirement)) assert.ok(document.components.securitySchemes[scheme]);
});

test("every schema is a JSON schema", () => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false });
  formats.default(ajv);
  ajv.addVocabulary(["example", "components"]);
  for (const { path, operation } of operations) {
    const contents = [operation.requestBody, ...Object.values(operation.responses)].flatMap((part) =>
      Object.values(part?.content ?? {}),
    );
    const schemas = [...contents, ...(operation.parameters ?? [])].map(({ schema }) => schema);
    for (const schema of schemas)
      assert.doesNotThrow(() => ajv.compile(withComponents(schema, document)), path);
  }
});

test("models are named, choices list their values, and nothing of ours is left in them", () => {
  const { schemas } = document.components as unknown as { schemas: Record<string, Model> };
  const names = "AccountEvent Country Error Message Order Pool RentRequest Rented Service Sms User";
  for (const name of names.split(" ")) assert.equal(schemas[name]?.type, "object", name);
  assert.deepEqual(schemas["ErrorCode"]?.enum, Object.keys(statusOf));
  assert.deepEqual(schemas["Error"]?.required, ["status", "code", "message", "request_id"]);
  assert.deepEqual(schemas["Provider"]?.enum, ["global", "usa"]);
  assert.deepEqual(schemas["OrderStatus"]?.enum, "PENDING RECEIVED FINISHED CANCELLED EXPIRED".split(" "));
  const text = JSON.stringify(document);
  assert.doesNotMatch(text, /"x-(expects|refusal|listed)"/);
  for (const [, name = ""] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
    assert.ok(schemas[name], name);
});

test("every 200 says what is returned", () => {
  const said = operations.map(({ operation }) => operation.responses["200"]?.description ?? "");
  for (const description of said) assert.ok(description.length > 15 && !/as asked/i.test(description));
});

test("every answer is described; errors are JSON of one shape that lists every code", () => {
  for (const { path, operation } of operations) {
    for (const [status, { description, content = {} }] of Object.entries(operation.responses)) {
      assert.ok(description.length > 5, `${path} ${status}`);
      if (status === "200") continue;
      assert.deepEqual(Object.keys(content), ["application/json"], `${path} ${status}`);
      assert.deepEqual(content["application/json"]?.schema, { $ref: "#/components/schemas/Error" });
    }
    for (const status of ["401", "403", "429", "500", "503"])
      assert.ok(operation.responses[status], `${path} ${status}`);
  }
});

/** Every code of the contract, with its status (contract/decisions, "Codes"). */
const contract: Record<string, number> = {
  unauthorized: 401,
  forbidden: 403,
  invalid_request: 400,
  unknown_country: 400,
  unknown_service: 400,
  unknown_provider: 400,
  unknown_pool: 400,
  unknown_duration: 400,
  service_restricted: 403,
  insufficient_balance: 402,
  no_numbers: 409,
  price_above_max: 409,
  order_not_found: 404,
  order_not_cancellable: 409,
  cancel_too_early: 409,
  too_many_open_orders: 429,
  rate_limited: 429,
  idempotency_conflict: 409,
  supplier_unavailable: 503,
  not_found: 404,
  method_not_allowed: 405,
  payload_too_large: 413,
  internal: 500,
};

test("the codes of the contract are there, with their statuses", () => {
  for (const [code, status] of Object.entries(contract)) assert.equal(statusOf[code], status, code);
});
