import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { clientFor, rentBody, type Client } from "../helpers/client.ts";
import { until } from "../helpers/until.ts";
import type { Sms } from "#api-answers/sms.ts";

let app: TestApp;
let client: Client;
before(async () => {
  app = await startTestApp({ SANDBOX_MESSAGE_SECONDS: "1" });
  client = clientFor(app, (await app.account()).testKey);
});
after(() => app.close());

const rent = async (service: string): Promise<string> => {
  const answer = await client.post("/rent", rentBody({ service }));
  assert.equal(answer.status, 200, answer.text);
  return (answer.body.data as { order_id: string }).order_id;
};
const sms = async (orderId: string, wait?: string): Promise<Sms> =>
  (await client.get("/sms", { order_id: orderId, ...(wait ? { wait } : {}) })).body.data;

test("a rent on the sandbox: a realistic message comes by itself", async () => {
  for (const service of ["whatsapp", "telegram", "google", "uber"]) {
    const received = await sms(await rent(service), "20");
    assert.equal(received.status, "RECEIVED", service);
    assert.ok(received.sms_code && received.sms_text?.includes(received.sms_code), JSON.stringify(received));
  }
});

test("test-no-numbers and test-supplier-down are refused and cost nothing", async () => {
  const before = (await client.get("/user")).text;
  assert.equal(
    (await client.post("/rent", rentBody({ service: "test-no-numbers" }))).body.code,
    "no_numbers",
  );
  const down = await client.post("/rent", rentBody({ service: "test-supplier-down" }));
  assert.deepEqual([down.status, down.body.code], [503, "supplier_unavailable"]);
  assert.ok(down.headers.get("retry-after"));
  assert.equal((await client.get("/user")).text, before);
  const listed: { id: number }[] = (await client.get("/orders")).body.data;
  assert.ok(listed.every((order) => order.id > 0));
  await assertBooks(app.db);
});

test("test-two-codes, test-no-code-in-text, test-no-sms", async () => {
  const [two, none, silent] = await Promise.all([
    rent("test-two-codes"),
    rent("test-no-code-in-text"),
    rent("test-no-sms"),
  ]);
  const both = await until(
    () => sms(two),
    ({ messages }) => messages.length === 2,
  );
  assert.equal(both.sms_code, both.messages[1]?.code);
  const without = await until(
    () => sms(none),
    ({ status }) => status === "RECEIVED",
  );
  assert.equal(without.sms_code, null);
  assert.ok(without.sms_text);
  assert.equal((await sms(silent)).status, "PENDING");
});

test("test-late-code: the order expires, is refunded, and the code is shown as late", async () => {
  const order = await rent("test-late-code");
  app.clock.advance(11);
  await until(
    () => sms(order),
    ({ status }) => status === "EXPIRED",
  );
  app.clock.advance(5);
  const late = await until(
    () => sms(order),
    ({ messages }) => messages.length > 0,
  );
  assert.equal(late.status, "EXPIRED");
  assert.equal(late.messages[0]?.late, true);
  await assertBooks(app.db);
});

test("a message sent to a sandbox number by hand; a live key may not", async () => {
  const account = await app.account();
  const own = clientFor(app, account.testKey);
  const order = (await own.post("/rent", rentBody({ service: "test-no-sms" }))).body.data as {
    order_id: string;
    number: string;
  };
  const sent = await own.post("/sandbox/sms", { to: order.number, text: "Your code is 4711" });
  assert.deepEqual(sent.body.data, { to: order.number, receipt: "delivered" });
  assert.equal((await own.get("/sms", { order_id: order.order_id })).body.data["sms_code"], "4711");
  assert.equal(
    (await client.post("/sandbox/sms", { to: order.number, text: "x" })).body.code,
    "number_not_found",
  );
  assert.equal(
    (await clientFor(app, account.liveKey).post("/sandbox/sms", { to: order.number, text: "x" })).body.code,
    "forbidden",
  );
});
