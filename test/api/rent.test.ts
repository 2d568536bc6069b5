import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createPool } from "../../src/domain/pools/create-pool.ts";
import { secondsAfter } from "../../src/kit/clock.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { clientFor, rentBody, type Client } from "../helpers/client.ts";
import { balanceOf, refusal, rent } from "../helpers/orders.ts";
import type { Rented } from "#api-answers/orders.ts";
import { standardPool, stock } from "../helpers/stock.ts";

let app: TestApp;
let client: Client;
before(async () => {
  app = await startTestApp({ MAX_OPEN_ORDERS: "30", CANCEL_LOCK_SECONDS: "120" });
  await stock(app, 30);
  client = clientFor(app, (await app.account(10_000_000)).liveKey);
});
after(async () => {
  await assertBooks(app.db);
  await app.close();
});

const refused = async (over: Record<string, unknown>): Promise<[number, string | undefined, unknown?]> =>
  refusal(await client.post("/rent", rentBody(over)));

test("the documented answer, with times and what was rented", async (t) => {
  app.clock.stop(t);
  const answer = await client.post("/rent", rentBody());
  assert.equal(answer.status, 200);
  assert.match(answer.text, /"price":450\.00,"expiry":"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"/);
  const order: Rented = answer.body.data;
  assert.match(order.order_id, /^[1-9]\d{0,9}$/);
  assert.ok(Number(order.order_id) < 2 ** 31);
  assert.match(order.number, /^1555\d{7}$/);
  assert.deepEqual(
    [order.pool, order.country, order.service, order.provider, order.status],
    [String(standardPool), "US", "whatsapp", "global", "PENDING"],
  );
  assert.equal(order.expiry, order.expires_at.slice(0, 19).replace("T", " "));
  const times = [1200, 120].map((seconds) => secondsAfter(app.clock.now(), seconds).toISOString());
  assert.deepEqual([order.expires_at, order.cancellable_at], times);
});

test("order ids neither repeat nor tell the next", async () => {
  const ids: number[] = [];
  for (let count = 0; count < 5; count++)
    ids.push(Number((await rent(client, { service: "google" })).order_id));
  assert.equal(new Set(ids).size, 5);
  assert.ok(ids.some((id, place) => place > 0 && Math.abs(id - (ids[place - 1] as number)) > 1000));
});

test("provider and duration may be absent; country and service in any case, by alias too", async () => {
  const { provider: _provider, duration: _duration, ...least } = rentBody({ country: "us", service: "Tg" });
  const answer = await client.post("/rent", least);
  assert.equal(answer.status, 200, answer.text);
  const order: Rented = answer.body.data;
  assert.deepEqual([order.service, order.country, order.provider], ["telegram", "US", "global"]);
  assert.equal((await rent(client, { provider: "GLOBAL", service: "viber" })).provider, "global");
});

test("a form does as well as JSON", async () => {
  const raw =
    "action=rent&service=wa&country=US&provider=global&quantity=2&max_price=450.00&exclude_prefixes=1444,%2B1333";
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const answer = await client("/rent", { method: "POST", raw, headers });
  assert.equal(answer.status, 200, answer.text);
  assert.equal((answer.body.data as { orders: Rented[] }).orders.length, 2);
});

test("what is not offered is refused by name", async () => {
  assert.deepEqual(await refused({ action: "buy" }), [400, "invalid_request", "action"]);
  assert.deepEqual(await refused({ action: undefined }), [400, "invalid_request", "action"]);
  assert.deepEqual(await refused({ service: "whatsup" }), [400, "unknown_service", "service"]);
  assert.deepEqual(await refused({ country: "ZZ" }), [400, "unknown_country", "country"]);
  assert.deepEqual(await refused({ provider: "mars" }), [400, "unknown_provider", "provider"]);
  assert.deepEqual(await refused({ duration: "4h" }), [400, "unknown_duration", "duration"]);
  assert.deepEqual(await refused({ pool: "999" }), [400, "unknown_pool", "pool"]);
  assert.deepEqual(await refused({ provider: "usa", pool: String(standardPool) }), [
    400,
    "unknown_pool",
    "pool",
  ]);
  assert.deepEqual(await refused({ service: "paypal" }), [403, "service_restricted", "service"]);
  assert.deepEqual(await refused({ country: "NG" }), [409, "no_numbers"]);
  assert.deepEqual(await refused({ service: "test-no-sms" }), [400, "unknown_service", "service"]);
});

test("area_code and exclude_prefixes narrow the numbers", async () => {
  await stock(app, 4, { first: 12125550100 });
  for (let count = 0; count < 3; count++)
    assert.match((await rent(client, { area_code: "212" })).number, /^1212/);
  const others = await rent(client, { exclude_prefixes: ["1555", "+1444"] });
  assert.match(others.number, /^1212/);
  assert.deepEqual(await refused({ area_code: "212" }), [409, "no_numbers"]);
  assert.deepEqual(await refused({ area_code: "907" }), [409, "no_numbers"]);
  assert.deepEqual(await refused({ exclude_prefixes: "1" }), [409, "no_numbers"]);
});

test("wishes cannot aim at one number: of prefixes, of the area code, of both together", async () => {
  const { id } = await createPool(app, {
    name: "Narrow",
    provider: "global",
    lateMessages: "free",
    priceMinor: 45_000,
    actor: "test",
  });
  const pool = String(id);
  const own = clientFor(app, (await app.account(10_000_000)).liveKey);
  const wish = async (over: Record<string, unknown>): Promise<[number, string | undefined, unknown?]> =>
    refusal(await own.post("/rent", rentBody({ pool, service: "wechat", ...over })));
  const tooNarrow = (field: string): [number, string, string] => [400, "invalid_request", field];
  // 22 numbers: two in one area code, ten and ten in others.
  await stock(app, 2, { poolId: id, first: 13125550198 });
  await stock(app, 10, { poolId: id, first: 13135550190 });
  await stock(app, 10, { poolId: id, first: 13145550190 });
  assert.deepEqual(await wish({ area_code: "312" }), tooNarrow("area_code"));
  assert.deepEqual(await wish({ exclude_prefixes: ["1313", "1314"] }), tooNarrow("exclude_prefixes"));
  assert.deepEqual(
    await wish({ area_code: "313", exclude_prefixes: ["13135550"] }),
    [409, "no_numbers"],
    "what leaves none aims at none",
  );
  assert.match((await rent(own, { pool, area_code: "313" })).number, /^1313/);
  assert.match((await rent(own, { pool, exclude_prefixes: ["1314"] })).number, /^131[23]/);

  // Three digits fewer than a whole number, from a supplier too.
  assert.deepEqual(await wish({ exclude_prefixes: ["131455501"] }), tooNarrow("exclude_prefixes"));
  const sandbox = clientFor(app, (await app.account()).testKey);
  assert.deepEqual(refusal(await sandbox.post("/rent", rentBody({ exclude_prefixes: ["131455501"] }))), [
    400,
    "invalid_request",
    "exclude_prefixes",
  ]);
  await rent(sandbox, { exclude_prefixes: ["13145550"] });

  // If another pool offers more, it is used.
  const elsewhere = await rent(own, { service: "wechat", exclude_prefixes: ["1313", "1314"] });
  assert.notEqual(elsewhere.pool, pool);
});

test("pool: the one that is named, or the cheapest in stock; max_price is a limit", async () => {
  const own = { provider: "global", lateMessages: "free", actor: "test" } as const;
  const { id: cheap } = await createPool(app, { ...own, name: "Cheap", priceMinor: 20_050 });
  await stock(app, 1, { first: 15550300000, poolId: cheap });
  assert.equal((await rent(client, { service: "signal", pool: String(standardPool) })).price, 450);
  assert.deepEqual(await refused({ service: "signal", pool: String(standardPool), max_price: 449.99 }), [
    409,
    "price_above_max",
  ]);
  assert.equal((await rent(client, { service: "signal", max_price: "200.50" })).price, 200.5);
  const above = await client.post("/rent", rentBody({ service: "signal", max_price: 200.49 }));
  assert.match(above.text, /"min_price":200\.50/);
  assert.deepEqual(await refused({ service: "signal", max_price: 300 }), [409, "no_numbers"]);
  assert.equal(
    (await rent(client, { service: "signal" })).pool,
    String(standardPool),
    "the next pool, once the cheapest is out of stock",
  );
});

test("quantity: as many as there are, in one answer", async () => {
  const poor = clientFor(app, (await app.account(3 * 45_000)).liveKey);
  const answer = await poor.post("/rent", rentBody({ service: "discord", quantity: 5, pool: "1" }));
  const { orders, ...first }: Rented & { orders: Rented[] } = answer.body.data;
  assert.equal(orders.length, 3);
  assert.deepEqual(orders[0], first);
  assert.equal(new Set(orders.map((order) => order.number)).size, 3);
  assert.deepEqual(await balanceOf(poor).then(({ balance, held }) => [balance, held]), [0, 1350]);
  const none = await poor.post("/rent", rentBody({ service: "discord", quantity: 2, pool: "1" }));
  assert.deepEqual(refusal(none), [402, "insufficient_balance"]);
  assert.match(none.text, /"price":450\.00,"balance":0\.00/);
});

test("no more open orders than are allowed", async () => {
  const eager = clientFor(app, (await app.account(10_000_000)).testKey);
  for (let count = 0; count < 3; count++) {
    assert.equal((await eager.post("/rent", rentBody({ quantity: 10 }))).status, 200);
  }
  const answer = await eager.post("/rent", rentBody());
  assert.deepEqual(refusal(answer), [429, "too_many_open_orders"]);
  assert.equal(answer.body["limit"], 30);
});
