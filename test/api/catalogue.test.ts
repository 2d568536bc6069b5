import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createPool } from "../../src/domain/pools/create-pool.ts";
import { setPrice } from "../../src/domain/pools/set-price.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, type Client } from "../helpers/client.ts";
import { refusal, rent, send } from "../helpers/orders.ts";
import { standardPool, stock } from "../helpers/stock.ts";
import { until } from "../helpers/until.ts";
import { countOutcomes } from "../../src/domain/catalog/count-outcomes.ts";
import type { ListedPool, ListedService } from "#api-answers/catalogue.ts";

let app: TestApp;
let live: Client;
let tester: Client;
before(async () => {
  app = await startTestApp({ MAX_OPEN_ORDERS: "1000" });
  await stock(app, 3);
  await stock(app, 2, { first: 447700900000, country: "GB" });
  const account = await app.account(1_000_000);
  live = clientFor(app, account.liveKey);
  tester = clientFor(app, account.testKey);
});
after(() => app.close());

const list = async (client: Client, query: Record<string, string>): Promise<ListedService[]> =>
  (await client.get("/services", query)).body.data;
const pools = async (client: Client, query: Record<string, string>): Promise<ListedPool[]> =>
  (await client.get("/services", query)).body.data;

test("all services of a country by name, in stock or not, with price and stock", async () => {
  const answer = await live.get("/services", { country: "US" });
  assert.match(
    answer.text,
    /"service_id":"whatsapp","service_name":"WhatsApp","price":450\.00,"count":3,"success_rate":null/,
  );
  const services: ListedService[] = answer.body.data;
  const names = services.map((service) => service.service_name);
  const sorted = await app.db.rows<{ name: string }>(
    `select name from unnest($1::text[]) as n (name) order by name`,
    [names],
  );
  assert.deepEqual(
    names,
    sorted.map(({ name }) => name),
  );
  assert.ok(services.length > 1000);
  assert.deepEqual(
    (await list(live, { country: "NG" })).map((service) => service.count).filter((count) => count > 0),
    [],
  );
});

test("country and service in any case, UK is GB, short codes are services", async () => {
  const expected = await pools(live, { country: "GB", service: "whatsapp" });
  assert.equal(expected[0]?.count, 2);
  for (const [country, service] of [
    ["gb", "WhatsApp"],
    ["UK", "wa"],
    ["uk", "WA"],
  ] as const) {
    assert.deepEqual(await pools(live, { country, service }), expected, `${country} ${service}`);
  }
  const telegram = await pools(live, { country: "US", service: "tg" });
  assert.deepEqual(telegram, await pools(live, { country: "US", service: "telegram" }));
});

test("the sandbox's services are for test keys alone", async () => {
  const isSandbox = ({ service_id: id }: ListedService): boolean => id.startsWith("test-");
  assert.deepEqual((await list(live, { country: "US" })).filter(isSandbox), []);
  assert.equal((await list(tester, { country: "US" })).filter(isSandbox).length, 6);
  assert.deepEqual(refusal(await live.get("/services", { country: "US", service: "test-no-sms" })), [
    400,
    "unknown_service",
    "service",
  ]);
  assert.deepEqual(refusal(await live.get("/orders", { service: "test-no-sms" })), [
    400,
    "unknown_service",
    "service",
  ]);
  assert.equal((await tester.get("/services", { country: "US", service: "test-no-sms" })).status, 200);
  const empty = (await list(tester, { country: "US" })).find(
    (service) => service.service_id === "test-no-numbers",
  );
  assert.equal(empty?.count, 0);
});

test("provider: global when absent, usa has its own pools, another is refused", async () => {
  const [usual] = await pools(live, { country: "US", service: "whatsapp" });
  assert.deepEqual(await pools(live, { country: "US", service: "whatsapp", provider: "global" }), [usual]);
  const [usa] = await pools(live, { country: "US", service: "whatsapp", provider: "USA" });
  assert.deepEqual([usual?.name, usa?.name], ["Standard Pool", "USA Pool"]);
  assert.deepEqual(refusal(await live.get("/services", { country: "US", provider: "mars" })), [
    400,
    "unknown_provider",
    "provider",
  ]);
});

test("what is refused names the field", async () => {
  assert.deepEqual(refusal(await live.get("/services")), [400, "invalid_request", "country"]);
  assert.deepEqual(refusal(await live.get("/services", { country: "XX" })), [
    400,
    "unknown_country",
    "country",
  ]);
  assert.deepEqual(refusal(await live.get("/services", { country: "USA" })), [
    400,
    "unknown_country",
    "country",
  ]);
  assert.deepEqual(refusal(await live.get("/services", { country: "US", service: "whatsup" })), [
    400,
    "unknown_service",
    "service",
  ]);
  assert.deepEqual(refusal(await live.get("/services", { country: "US", service: "paypal" })), [
    403,
    "service_restricted",
    "service",
  ]);
});

test("pools, the one a rent would take first; the price of a service is the lowest in stock", async () => {
  const own = { provider: "global", actor: "test", lateMessages: "free" } as const;
  const { id: cheap } = await createPool(app, { ...own, name: "Cheap", priceMinor: 30_000 });
  const { id: dear } = await createPool(app, { ...own, name: "Dear", priceMinor: 90_000 });
  await stock(app, 1, { first: 15550200000, poolId: dear });
  const found = await pools(live, { country: "US", service: "viber" });
  assert.deepEqual(
    found.map(({ pool, price, count }) => [pool, price, count]),
    [
      [String(standardPool), 450, 3],
      [String(dear), 900, 1],
      [String(cheap), 300, 0],
    ],
  );
  const viberIn = async (country: string): Promise<ListedService | undefined> =>
    (await list(live, { country })).find((service) => service.service_id === "viber");
  // Listings may be a second old.
  await until(
    () => viberIn("US"),
    (viber) => viber?.price === 450 && viber.count === 4,
  );
  await until(
    () => viberIn("NG"),
    (viber) => viber?.price === 300,
  );
  await setPrice(app, {
    poolId: standardPool,
    country: "US",
    service: "viber",
    priceMinor: 12_345,
    actor: "test",
  });
  assert.match((await live.get("/services", { country: "US", service: "viber" })).text, /"price":123\.45/);
});

test("a success rate only after twenty orders, with the times to the code", async () => {
  for (let count = 0; count < 20; count++) {
    const order = await rent(tester, { service: "signal" });
    if (count < 15) await send(tester, order, "Your Signal code: 123456");
    else await tester.post("/cancel", { order_id: order.order_id });
    if (count === 18) {
      app.clock.advance(20);
      await countOutcomes(app);
      const [early] = await pools(tester, { country: "US", service: "signal" });
      assert.deepEqual([early?.success_rate, early?.sample_size, early?.median_seconds], [null, 19, null]);
    }
  }
  app.clock.advance(20);
  await countOutcomes(app);
  const [pool] = await pools(tester, { country: "US", service: "signal" });
  assert.deepEqual([pool?.success_rate, pool?.sample_size], [75, 20]);
});

test("countries: all of them but those under sanctions, with dial codes, services and stock", async () => {
  const countries: { country: string; name: string; dial_code: string; services: number; count: number }[] = (
    await live.get("/countries")
  ).body.data;
  assert.equal(countries.length, 249 - 3);
  const named = Object.fromEntries(countries.map((country) => [country.country, country]));
  for (const sanctioned of ["CU", "IR", "KP"]) assert.equal(named[sanctioned], undefined);
  assert.equal(named["NG"]?.dial_code, "234");
  assert.deepEqual([named["GB"]?.name, named["GB"]?.count, named["NG"]?.count], ["United Kingdom", 2, 0]);
  assert.equal(named["US"]?.services, (await list(live, { country: "US" })).length);
});
