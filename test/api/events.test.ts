import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, rentBody, type Client } from "../helpers/client.ts";
import { compare, millisecondsOf } from "../helpers/compare.ts";
import { refusal, rent, send } from "../helpers/orders.ts";
import { stock } from "../helpers/stock.ts";
import { openStream } from "../helpers/stream.ts";

let app: TestApp;
let sibling: TestApp;
let client: Client;
before(async () => {
  app = await startTestApp({ MAX_OPEN_ORDERS: "1000" });
  sibling = await app.sibling();
});
after(() => app.close());

test("every kind of event, in order, as they happen, on another process", async (t) => {
  client = clientFor(app, (await app.account()).testKey);
  const stream = await openStream(sibling, client);
  t.after(() => stream.close());
  assert.match(stream.response.headers.get("content-type") ?? "", /^text\/event-stream/);
  assert.ok(stream.response.headers.get("x-request-id"));
  assert.equal(stream.response.headers.get("access-control-allow-origin"), "*");

  const [one, two, three] = [await rent(client), await rent(client), await rent(client)];
  await send(client, one, "WhatsApp code 123-456");
  const [received] = await stream.take(1);
  await client.post("/finish", { order_id: one.order_id });
  await client.post("/cancel", { order_id: two.order_id });
  const ended = await stream.take(2);
  app.clock.advance(1201);
  const events = [received, ...ended, ...(await stream.take(1))];
  assert.deepEqual(
    events.map((event) => [event?.event, event?.data["order_id"]]),
    [
      ["order.received", one.order_id],
      ["order.finished", one.order_id],
      ["order.cancelled", two.order_id],
      ["order.expired", three.order_id],
    ],
  );
  const { created_at: at, message, ...data } = received?.data ?? {};
  assert.deepEqual(data, {
    type: "order.received",
    order_id: one.order_id,
    service: "whatsapp",
    number: one.number,
    sms_code: "123-456",
  });
  assert.equal((message as { text: string }).text, "WhatsApp code 123-456");
  assert.ok(Number.isFinite(Date.parse(at as string)));
  const first = received?.id ?? 0;
  assert.deepEqual(
    events.map((event) => event?.id),
    [first, first + 1, first + 2, first + 3],
  );
});

test("an event is there within what some requests take, on another process", async (t) => {
  client = clientFor(app, (await app.account()).testKey);
  const stream = await openStream(sibling, client);
  t.after(() => stream.close());
  const order = await rent(client);
  const { left: told, right: request } = await compare(
    7,
    async () => {
      await send(client, order, "WhatsApp code 123-456");
      return millisecondsOf(() => stream.take(1));
    },
    () => millisecondsOf(() => client.get("/user")),
  );
  assert.ok(told < 10 * request, `told after ${told} ms, where a request takes ${request} ms`);
});

test("resumed with Last-Event-ID: nothing lost, nothing twice, whichever process", async () => {
  client = clientFor(app, (await app.account()).testKey);
  const seen: string[] = [];
  const expected: string[] = [];
  let lastEventId = 0;
  for (let round = 0; round < 6; round++) {
    const order = await rent(client);
    // While nobody listens, then while somebody does.
    await send(client, order, `Your code is ${1000 + round}`);
    const stream = await openStream(round % 2 ? app : sibling, client, { lastEventId });
    await send(client, order, `Your code is ${2000 + round}`);
    expected.push(String(1000 + round), String(2000 + round));
    const events = await stream.take(2);
    stream.close();
    seen.push(...events.map((event) => String(event.data["sms_code"])));
    lastEventId = events.at(-1)?.id ?? 0;
  }
  assert.deepEqual(seen, expected);
  const all = await openStream(app, client, { query: { last_event_id: "0" } });
  assert.deepEqual(
    (await all.take(12)).map((event) => event.data["sms_code"]),
    expected,
  );
  assert.deepEqual(await all.rest(200), []);
  all.close();
});

test("without an id it begins with what comes now; an id that was never given does so too", async () => {
  client = clientFor(app, (await app.account()).testKey);
  const order = await rent(client);
  await send(client, order, "Your code is 1111");
  const streams = [await openStream(app, client), await openStream(app, client, { lastEventId: 999_999 })];
  await send(client, order, "Your code is 2222");
  for (const stream of streams) {
    assert.deepEqual(
      (await stream.take(1)).map((event) => event.data["sms_code"]),
      ["2222"],
    );
    assert.deepEqual(await stream.rest(200), []);
    stream.close();
  }
});

test("order_id narrows; the key may stand in the address, as browsers need it", async () => {
  client = clientFor(app, (await app.account()).testKey);
  const [one, two] = [await rent(client), await rent(client)];
  const stream = await openStream(app, null, { query: { api_key: client.key, order_id: two.order_id } });
  await send(client, one, "Your code is 1111");
  await send(client, two, "Your code is 2222");
  assert.deepEqual(
    (await stream.take(1)).map((event) => event.data["sms_code"]),
    ["2222"],
  );
  assert.deepEqual(await stream.rest(200), []);
  stream.close();
});

test("another account's order and its events are not to be had", async () => {
  client = clientFor(app, (await app.account()).testKey);
  const stranger = clientFor(app, (await app.account()).testKey);
  const stream = await openStream(app, stranger, { lastEventId: 0 });
  const order = await rent(client);
  await send(client, order, "Your code is 1111");
  assert.deepEqual(await stream.rest(300), []);
  stream.close();
  assert.deepEqual(refusal(await stranger.get("/events", { order_id: order.order_id })), [
    404,
    "order_not_found",
    "order_id",
  ]);
});

test("wallet.low once, when a rent takes the wallet below its mark", async () => {
  await stock(app, 10);
  client = clientFor(app, (await app.account(50_000 + 2 * 45_000)).liveKey);
  const stream = await openStream(sibling, client);
  for (let count = 0; count < 3; count++) await rent(client);
  assert.equal((await client.post("/rent", rentBody())).status, 402);
  const events = [...(await stream.take(1)), ...(await stream.rest(300))];
  stream.close();
  assert.deepEqual(
    events.map(({ event, data }) => [event, data["balance"]]),
    [["wallet.low", 50]],
  );
});

test("what is not an event id is refused; HEAD answers at once", async () => {
  assert.deepEqual(refusal(await client.get("/events", { last_event_id: "x" })), [
    400,
    "invalid_request",
    "last_event_id",
  ]);
  assert.deepEqual(refusal(await client("/events", { headers: { "last-event-id": "-1" } })), [
    400,
    "invalid_request",
    "Last-Event-ID",
  ]);
  const head = await fetch(`${app.url}/account/api/v1/events`, {
    method: "HEAD",
    headers: { authorization: `Bearer ${client.key}` },
  });
  assert.deepEqual(
    [head.status, head.headers.get("content-type"), await head.text()],
    [200, "text/event-stream; charset=utf-8", ""],
  );
});
