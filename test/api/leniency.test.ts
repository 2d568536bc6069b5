import assert from "node:assert/strict";
import { test } from "node:test";
import { startTestApp } from "../helpers/app.ts";
import { clientFor, rentBody, type Client } from "../helpers/client.ts";
import { beforeTests, perFile } from "../helpers/fixtures.ts";
import { listOrders, refusal, rent, send, sms } from "../helpers/orders.ts";
import { stock } from "../helpers/stock.ts";
import { openStream } from "../helpers/stream.ts";
import { until } from "../helpers/until.ts";

// Harmless deviations from the reference by clients, their libraries and proxies.

const app = perFile(() => startTestApp());
let client: Client;
beforeTests(async () => {
  client = clientFor(app, (await app.account()).testKey);
});

test("wait=60 is taken, and answered before a proxy gives up after a minute", async (t) => {
  const order = await rent(client);
  const timers = t.mock.method(globalThis, "setTimeout");
  const longest = (): number =>
    Math.max(
      0,
      ...timers.mock.calls.map(({ arguments: [, delay = 0] }) => delay).filter((delay) => delay < 60_100),
    );
  const asked = sms(client, order, 60);
  await until(
    async () => longest(),
    (delay) => delay > 50_000,
  );
  assert.ok(longest() <= 55_000, String(longest()));
  await send(client, order, "WhatsApp code 123-456");
  assert.equal((await asked).sms_code, "123-456");
});

test("order_id and pool may be JSON numbers; what is no such number is refused by name", async () => {
  const pool = Number((await rent(client)).pool);
  for (const path of ["/cancel", "/report", "/resend", "/finish"]) {
    const order = await rent(client, { pool });
    if (path === "/finish" || path === "/resend") await send(client, order, "WhatsApp code 123-456");
    const answer = await client.post(path, { order_id: Number(order.order_id), reason: "dead" });
    assert.equal(answer.status, 200, `${path} ${answer.text}`);
    assert.equal((answer.body.data as { order_id: string }).order_id, order.order_id);
  }
  for (const wrong of [1.5, -1, 0, 1e20, true, null, [1], "1.0", ""]) {
    assert.deepEqual(refusal(await client.post("/cancel", { order_id: wrong })), [
      400,
      "invalid_request",
      "order_id",
    ]);
    const refused = await client.post("/rent", rentBody({ pool: wrong }));
    assert.deepEqual([refused.status, refused.body["field"]], [400, "pool"], String(wrong));
  }
  assert.equal((await client.post("/cancel", { order_id: 9_999_999_999 })).body.code, "order_not_found");
});

test("other digits may be JSON numbers, too: where a message goes, an area code, beginnings of numbers", async () => {
  const order = await rent(client);
  const sent = await client.post("/sandbox/sms", {
    to: Number(order.number),
    text: "Your code is 4711",
    from: "x",
  });
  assert.equal(sent.status, 200, sent.text);
  assert.equal((await sms(client, order)).sms_code, "4711");
  assert.deepEqual(refusal(await client.post("/sandbox/sms", { to: 4, text: "x" })), [
    400,
    "invalid_request",
    "to",
  ]);

  // In our own stock, where they are counted.
  const live = clientFor(app, (await app.account(1_000_000)).liveKey);
  await stock(app, 20, { first: 12125550100 });
  await stock(app, 20, { first: 14155550100 });
  for (const wish of [
    { area_code: 212 },
    { area_code: "212" },
    { exclude_prefixes: 1415 },
    { exclude_prefixes: [1415, "+1999"] },
  ])
    assert.match((await rent(live, wish)).number, /^1212/, JSON.stringify(wish));
  for (const [field, wrong] of [
    ["area_code", 1_000_000],
    ["area_code", 2.5],
    ["area_code", -2],
    ["area_code", true],
    ["exclude_prefixes", 0],
    ["exclude_prefixes", [1.5]],
    ["exclude_prefixes", 1e16],
    ["exclude_prefixes", null],
  ] as const)
    assert.deepEqual(
      refusal(await client.post("/rent", rentBody({ [field]: wrong }))),
      [400, "invalid_request", field],
      `${field} ${String(wrong)}`,
    );
});

test("an empty Last-Event-ID is none; lastEventId may stand in the address", async () => {
  const own = clientFor(app, (await app.account()).testKey);
  const order = await rent(own);
  await send(own, order, "Your code is 1111");
  await send(own, order, "Your code is 2222");
  for (const query of [
    { last_event_id: "1" },
    { lastEventId: "1" },
    { last_event_id: "", lastEventId: "1" },
  ]) {
    const stream = await openStream(app, own, { query: query as Record<string, string> });
    assert.deepEqual(
      (await stream.take(1)).map(({ data }) => data["sms_code"]),
      ["2222"],
    );
    stream.close();
  }
  const headers = { authorization: `Bearer ${own.key}`, "last-event-id": "" };
  const left = new AbortController();
  for (const query of ["", "?last_event_id=", "?lastEventId="]) {
    const response = await fetch(`${app.url}/account/api/v1/events${query}`, {
      headers,
      signal: left.signal,
    });
    assert.equal(response.status, 200, query);
  }
  left.abort();
  assert.equal((await own.get("/events", { lastEventId: "x" })).status, 400);
});

test("orders from and to take the time as expiry writes it, and a plus that became a space", async () => {
  const own = clientFor(app, (await app.account()).testKey);
  const { order_id: id } = await rent(own);
  const at = (milliseconds: number): string =>
    new Date(app.clock.now().getTime() + milliseconds).toISOString().slice(0, 19).replace("T", " ");
  const found = async (query: Record<string, string>): Promise<string[]> =>
    (await listOrders(own, query)).map((order) => order.order_id);
  assert.deepEqual(await found({ from: at(-60_000), to: at(60_000) }), [id]);
  assert.deepEqual(await found({ from: at(60_000) }), []);
  assert.deepEqual(await found({ to: at(-60_000) }), []);
  assert.deepEqual(
    await found({
      from: `${at(-60_000).replace(" ", "T")} 00:00`,
      to: `${at(60_000).replace(" ", "T")}+00:00`,
    }),
    [id],
  );
  for (const wrong of ["2026-02-30 12:00:00", "2026-01-31 25:00:00", "2026-01-31 12:00"])
    assert.deepEqual(
      refusal(await own.get("/orders", { from: wrong })),
      [400, "invalid_request", "from"],
      wrong,
    );
});
