import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { clientFor, rentBody, type Answer, type Client } from "../helpers/client.ts";
import { balanceOf, refusal, rent, sms } from "../helpers/orders.ts";

let app: TestApp;
let client: Client;
let orderId: string;
before(async () => {
  app = await startTestApp({ MAX_OPEN_ORDERS: "1000" });
  client = clientFor(app, (await app.account()).testKey);
  orderId = (await rent(client)).order_id;
});
after(async () => {
  // Refused requests cost nothing and changed nothing.
  assert.equal((await sms(client, { order_id: orderId })).status, "PENDING");
  await assertBooks(app.db);
  await app.close();
});

const json = { "content-type": "application/json" };
const post = (
  path: string,
  raw: string | Uint8Array,
  headers: Record<string, string> = json,
): Promise<Answer> => client(path, { method: "POST", raw, headers });
const paths = ["/rent", "/cancel", "/finish", "/resend", "/report", "/sandbox/sms", "/tools/extract"];

test("unknown parameters are ignored, in queries and in bodies", async () => {
  const strange = { nonsense: "1", "order_id[]": "7", constructor: "x", __proto__x: "y", toString: "z" };
  assert.equal((await client.get("/sms", { order_id: orderId, ...strange })).status, 200);
  assert.equal((await client.get("/user", strange)).status, 200);
  const answer = await post(
    "/rent",
    JSON.stringify(rentBody()).replace(
      "{",
      '{"__proto__":{"country":"XX"},"constructor":{"prototype":5},"toString":null,',
    ),
  );
  assert.equal(answer.status, 200, answer.text);
});

test("a parameter given twice is refused, in queries, forms and as a list", async () => {
  const twice: [string, Record<string, string | string[]>, string][] = [
    ["/sms", { order_id: [orderId, orderId] }, "order_id"],
    ["/sms", { order_id: orderId, wait: ["1", "1"] }, "wait"],
    ["/services", { country: ["US", "GB"] }, "country"],
    ["/services", { country: "US", service: ["whatsapp", "telegram"] }, "service"],
    ["/orders", { limit: ["1", "2"] }, "limit"],
    ["/events", { last_event_id: ["1", "2"] }, "last_event_id"],
  ];
  for (const [path, query, field] of twice) {
    const answer = await client.get(path, query);
    assert.deepEqual(refusal(answer), [400, "invalid_request", field]);
    assert.equal(answer.body.message, `${field} must be given once, as a single value.`);
  }
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const body = "action=rent&service=whatsapp&country=US&country=GB";
  assert.deepEqual(refusal(await post("/rent", body, form)), [400, "invalid_request", "country"]);
});

test("the wrong type is refused by the name of the field", async () => {
  const wrong: unknown[] = [null, true, 5.5, [], ["US"], {}, { a: 1 }];
  for (const name of ["action", "service", "country", "provider", "duration", "pool", "area_code"])
    for (const value of wrong)
      assert.deepEqual(
        refusal(await client.post("/rent", rentBody({ [name]: value }))),
        [400, "invalid_request", name],
        `${name} ${JSON.stringify(value)}`,
      );
  for (const path of ["/cancel", "/finish", "/resend", "/report"])
    for (const value of [...wrong, ""])
      assert.deepEqual(refusal(await client.post(path, { order_id: value, reason: "x" })), [
        400,
        "invalid_request",
        "order_id",
      ]);
  assert.deepEqual(refusal(await client.post("/rent", rentBody({ exclude_prefixes: ["1", 2.5] }))), [
    400,
    "invalid_request",
    "exclude_prefixes",
  ]);
});

test("absurd numbers", async () => {
  const { held } = await balanceOf(client);
  const refused = async (name: string, text: string): Promise<void> => {
    const body = JSON.stringify(rentBody({ [name]: "@" })).replace('"@"', text);
    assert.deepEqual(refusal(await post("/rent", body)), [400, "invalid_request", name], `${name} ${text}`);
  };
  for (const text of [
    "1e999",
    "-1e999",
    "-1",
    "1e300",
    "0.001",
    "1e-7",
    '"NaN"',
    '"Infinity"',
    '"0x10"',
    '"1e3"',
    '"-1"',
    '" 1"',
    '"1,00"',
    '"٣"',
    '""',
    "true",
    "[1]",
  ]) {
    await refused("max_price", text);
  }
  for (const text of [
    "0",
    "11",
    "1.5",
    "-1",
    "9007199254740993",
    "1e999",
    '"0"',
    '"11"',
    '"1.0"',
    '"x"',
    '""',
    "null",
  ])
    await refused("quantity", text);
  const lists = [
    `"${"1,".repeat(20)}1"`,
    `[${'"1",'.repeat(20)}"1"]`,
    '"1,,2"',
    '"a"',
    '""',
    '["a"]',
    "[[]]",
    "{}",
  ];
  for (const text of lists) await refused("exclude_prefixes", text);
  assert.equal((await balanceOf(client)).held, held);
});

test("NUL and other bytes that no text here holds", async () => {
  for (const name of ["service", "country", "provider", "pool", "area_code", "action"]) {
    const { status, body } = await client.post("/rent", rentBody({ [name]: `a\u0000b` }));
    assert.deepEqual([status, body["field"]], [400, name]);
  }
  for (const [path, query] of [
    ["/sms", { order_id: "\u0000" }],
    ["/services", { country: "U\u0000" }],
    ["/services", { country: "US", service: "\u0000" }],
    ["/orders", { q: "1\u0000" }],
    ["/orders", { from: "\u0000" }],
  ] as const) {
    assert.equal((await client.get(path, query)).status, 400, `${path} ${JSON.stringify(query)}`);
  }
  assert.equal((await client.post("/tools/extract", { text: "a\u0000" })).status, 400);
});

test("bodies that are no JSON, no UTF-8, no object, or none at all", async () => {
  const broken: [string | Uint8Array, RegExp][] = [
    ["{", /not valid JSON/],
    ['{"action":"rent",}', /not valid JSON/],
    ["{'action':'rent'}", /not valid JSON/],
    ["NaN", /not valid JSON/],
    [Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d), /not valid UTF-8/],
    [Uint8Array.of(0xc3), /not valid UTF-8/],
    ["[]", /JSON object or a form/],
    ["null", /JSON object or a form/],
    ['"rent"', /JSON object or a form/],
    ["5", /JSON object or a form/],
  ];
  for (const path of paths)
    for (const [body, sentence] of broken) {
      const answer = await post(path, body);
      assert.deepEqual(refusal(answer), [400, "invalid_request", "body"], `${path} ${answer.text}`);
      assert.match(answer.body.message ?? "", sentence);
    }
  for (const path of paths) {
    assert.equal((await post(path, "")).status, 400);
    assert.equal((await client(path, { method: "POST" })).status, 400, "without a body and its type");
  }
  const form = { "content-type": "application/x-www-form-urlencoded" };
  assert.match((await post("/rent", Uint8Array.of(0x61, 0xff), form)).text, /not valid UTF-8/);
  assert.deepEqual(refusal(await post("/rent", "action=rent&country=US&service=%ff", form)), [
    400,
    "unknown_service",
    "service",
  ]);
  assert.deepEqual(refusal(await post("/rent", "action=rent&country=US&service=%00", form)), [
    400,
    "unknown_service",
    "service",
  ]);
});

test("deep nesting is nothing special, with an Idempotency-Key or without", async () => {
  const deep = "[".repeat(30_000) + "]".repeat(30_000);
  const body = JSON.stringify(rentBody()).replace("{", `{"x":${deep},`);
  assert.equal((await post("/rent", body, { ...json, "idempotency-key": "deep" })).status, 200);
  assert.equal((await post("/rent", body)).status, 200);
  assert.deepEqual(
    refusal(await post("/rent", JSON.stringify(rentBody({ country: "@" })).replace('"@"', deep))),
    [400, "invalid_request", "country"],
  );
});

test("a body of more than 64 KB is refused, a body of another type too", async () => {
  for (const path of paths) {
    assert.deepEqual(refusal(await post(path, JSON.stringify({ text: "x".repeat(65_536) }))), [
      413,
      "payload_too_large",
    ]);
    for (const type of [
      "text/plain",
      "text/xml",
      "multipart/form-data; boundary=x",
      "application/octet-stream",
    ]) {
      assert.deepEqual(
        refusal(await post(path, "{}", { "content-type": type })),
        [415, "unsupported_media_type"],
        type,
      );
    }
  }
  assert.equal(
    (await post("/rent", JSON.stringify(rentBody()), { "content-type": "Application/JSON; charset=UTF-8" }))
      .status,
    200,
  );
});
