import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { clientFor, rentBody, type Answer, type Client } from "../helpers/client.ts";
import { balanceOf, listOrders, refusal, rent } from "../helpers/orders.ts";
import type { Rented } from "#api-answers/orders.ts";
import { stock } from "../helpers/stock.ts";

let app: TestApp;
let sibling: TestApp;
let client: Client;
let other: Client;
before(async () => {
  app = await startTestApp({ MAX_OPEN_ORDERS: "100" });
  sibling = await app.sibling();
  await stock(app, 40);
  const { liveKey } = await app.account(10_000_000);
  client = clientFor(app, liveKey);
  other = clientFor(sibling, liveKey);
});
after(async () => {
  await assertBooks(app.db);
  await app.close();
});

const rentWith = (key: string, over: Record<string, unknown> = {}, by = client): Promise<Answer> =>
  by.post("/rent", rentBody(over), { "idempotency-key": key });

test("a repeat gives the first answer again and rents nothing", async () => {
  const first = await rentWith("a");
  const { held } = await balanceOf(client);
  assert.equal((await rentWith("a")).text, first.text);
  assert.equal((await rentWith("a", { pool: undefined }, other)).text, first.text, "on another process, too");
  assert.equal((await balanceOf(client)).held, held);

  await client.post("/cancel", { order_id: (first.body.data as Rented).order_id });
  assert.equal((await rentWith("a")).text, first.text, "whatever came of the order since");
});

test("the same key with another input, or for another endpoint, is a conflict", async () => {
  const order: Rented = (await rentWith("b")).body.data;
  assert.deepEqual(refusal(await rentWith("b", { country: "GB" })), [409, "idempotency_conflict"]);
  const cancelled = await client.post("/cancel", { order_id: order.order_id }, { "idempotency-key": "b" });
  assert.deepEqual(refusal(cancelled), [409, "idempotency_conflict"]);
  assert.equal((await rentWith("b", { quantity: 2 })).status, 409);
});

test("the keys of two wallets have nothing to do with each other", async () => {
  const another = clientFor(app, (await app.account(1_000_000)).liveKey);
  const [one, two] = [await rentWith("c"), await rentWith("c", { country: "us" }, another)];
  assert.notEqual((one.body.data as Rented).order_id, (two.body.data as Rented).order_id);
});

test("20 at once, on two processes: one order", async () => {
  for (const key of ["live", "test"]) {
    const account = await app.account(1_000_000);
    const secret = key === "live" ? account.liveKey : account.testKey;
    const clients = [clientFor(app, secret), clientFor(sibling, secret)];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, place) => rentWith("d", {}, clients[place % 2])),
    );
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
    assert.equal((await listOrders(clients[0] as Client)).length, 1);
  }
});

test("after a refusal the key is free", async () => {
  assert.deepEqual(refusal(await rentWith("e", { country: "GB" })), [409, "no_numbers"]);
  await stock(app, 1, { first: 447700900000, country: "GB" });
  assert.equal((await rentWith("e", { country: "GB" })).status, 200);

  const tester = clientFor(app, (await app.account()).testKey);
  assert.equal((await rentWith("e", { service: "test-supplier-down" }, tester)).status, 503);
  assert.equal((await rentWith("e", { service: "test-no-sms" }, tester)).status, 200);
});

test("several at once: a repeat answers the same orders, even where more could be rented by then", async () => {
  await stock(app, 2, { first: 447700910000, country: "FR" });
  const first = await rentWith("f", { country: "FR", quantity: 5 });
  assert.equal((first.body.data as { orders: Rented[] }).orders.length, 2);
  await stock(app, 2, { first: 447700920000, country: "FR" });
  const repeats = await Promise.all([
    rentWith("f", { country: "FR", quantity: 5 }),
    rentWith("f", { country: "FR", quantity: 5 }, other),
  ]);
  assert.deepEqual(
    repeats.map(({ text }) => text),
    [first.text, first.text],
  );
  assert.equal((await rentWith("f", { country: "FR", quantity: 4 })).body.code, "idempotency_conflict");
  const together = await Promise.all(
    Array.from({ length: 6 }, (_, place) =>
      rentWith("g", { country: "FR", quantity: 3 }, place % 2 ? client : other),
    ),
  );
  assert.equal(new Set(together.map(({ text }) => text)).size, 1, together[0]?.text);
  assert.equal(together[0]?.status, 200);
  assert.deepEqual(refusal(await rentWith("h", { country: "FR", quantity: 3 })), [409, "no_numbers"]);
  await stock(app, 1, { first: 447700930000, country: "FR" });
  assert.equal((await rentWith("h", { country: "FR", quantity: 3 })).status, 200);
});

test("several at once, cut off by a crash: the repeat goes on where the first ended", async () => {
  const tester = clientFor(app, (await app.account()).testKey);
  const first = await rentWith("i", { quantity: 3 }, tester);
  await app.db.rows(`update idempotency_keys set answer = null where key = 'i'`);
  const impatient = rentWith("i", { quantity: 3 }, tester);
  app.clock.advance(61);
  assert.equal((await impatient).text, first.text);
  assert.equal((await listOrders(tester)).length, 3);
});

test("cancel and report: once, with the first answer ever after", async () => {
  for (const path of ["/cancel", "/report"]) {
    const { order_id } = await rent(client);
    const body = path === "/report" ? { order_id, reason: "dead" } : { order_id };
    const headers = { "idempotency-key": `end ${path}`.replace(" ", "-") };
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, place) => (place % 2 ? client : other).post(path, body, headers)),
    );
    assert.equal(answers[0]?.status, 200, answers[0]?.text);
    assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
  }
});

test("a key is 1 to 255 printable ASCII characters, given once", async () => {
  const wrong = ["", "a b", "a".repeat(256), "ü"];
  for (const key of wrong) {
    assert.deepEqual(
      refusal(await rentWith(key)),
      [400, "invalid_request", "Idempotency-Key"],
      JSON.stringify(key),
    );
  }
  assert.equal((await rentWith("~".repeat(255))).status, 200);
});
