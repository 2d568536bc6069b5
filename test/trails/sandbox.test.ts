import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { clientFor, rentBody, type Client } from "../helpers/client.ts";
import { until } from "../helpers/until.ts";
import type { Sms } from "#api-answers/sms.ts";
import type { CatalogService } from "#answers/catalog.ts";
import { addTestMember } from "../helpers/browser.ts";

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

test("another code that is asked for comes by itself, as the service would send it; waiting shows it", async () => {
  const order = await rent("telegram");
  const first = await sms(order, "20");
  const asked = await client.post("/resend", { order_id: order });
  assert.equal(asked.status, 200, asked.text);
  const both = await sms(order, "20");
  assert.equal(both.messages.length, 2);
  assert.equal(both.messages[0]?.code, first.sms_code);
  assert.equal(both.sms_code, both.messages[1]?.code);
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

test("play money is refilled to what a new wallet has, and no further; live money is not", async () => {
  const { accountId, testKey } = await app.account(5000);
  const own = clientFor(app, testKey);
  assert.equal((await own.post("/rent", rentBody({ service: "test-no-sms" }))).status, 200);
  const browser = await (await addTestMember(app, accountId, "developer")).signIn();
  const balances = async (mode: "live" | "test"): Promise<[number, number]> => {
    const { balance, held } = (await browser.get("wallet", { mode })).body.data;
    return [balance, held];
  };
  assert.deepEqual(await balances("test"), [999_550, 450]);
  for (let times = 0; times < 2; times++) {
    const refilled = await browser.post("wallet/refill", {}, { mode: "test" });
    assert.equal(refilled.status, 200, refilled.text);
    assert.deepEqual(await balances("test"), [1_000_000, 450]);
  }
  const statement = (await browser.get("wallet/statement", { mode: "test" })).body.data as { kind: string }[];
  assert.deepEqual(
    statement.map(({ kind }) => kind),
    ["credit", "hold", "credit"],
    "the second refill had nothing to add",
  );
  const refused = await browser.post("wallet/refill", {}, { mode: "live" });
  assert.equal(refused.body.code, "invalid_request");
  assert.deepEqual(await balances("live"), [50, 0]);
  await assertBooks(app.db);
});

test("the pages' catalogue has other names and what is restricted; services that simulate only in the sandbox", async () => {
  const browser = await (await addTestMember(app, (await app.account()).accountId, "viewer")).signIn();
  const catalog = async (mode: "live" | "test") => {
    const all = (await browser.get("catalog", { mode })).body.data as CatalogService[];
    return new Map(all.map((service) => [service.slug, service]));
  };
  const [live, sandbox] = [await catalog("live"), await catalog("test")];
  assert.ok(live.get("openai")?.aliases.includes("chatgpt"));
  assert.deepEqual([live.get("monzo")?.restricted, live.get("openai")?.restricted], [true, false]);
  assert.deepEqual([live.has("test-no-sms"), sandbox.has("test-no-sms")], [false, true]);
});
