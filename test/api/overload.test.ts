import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, rentBody, type Client } from "../helpers/client.ts";
import { rent, sms } from "../helpers/orders.ts";
import { addSource } from "../helpers/stock.ts";
import { openStream } from "../helpers/stream.ts";
import { until } from "../helpers/until.ts";
import { movableWaits } from "../helpers/waits.ts";
import { whileLocked } from "../helpers/while-locked.ts";

// While a table is locked, requests that read it queue, as they would behind a database at its limit.

/** More than two running batches plus the backlog that must queue behind them (kit/queue.ts). */
const many = 60;
/** Longer than anything takes here, on any machine: only waits that the test has lengthened are too long. */
const patienceMilliseconds = 60_000;

interface Situation {
  app: TestApp;
  client: Client;
  /** Makes all who wait appear to have waited this much longer. */
  advance(milliseconds: number): void;
}

async function start(t: TestContext): Promise<Situation> {
  const app = await startTestApp({ OVERLOAD_MILLISECONDS: String(patienceMilliseconds) });
  t.after(() => app.close());
  return { app, client: clientFor(app, (await app.account()).testKey), ...movableWaits(t) };
}

const metric = async ({ url }: TestApp, line: string): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${line.replace(/[{}"]/g, "\\$&")} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
};

/** Sends requests until enough of them wait in one batch to count as overload. */
async function crowd<T>({ app }: TestApp, batch: string, ask: () => Promise<T>): Promise<Promise<T>[]> {
  const queues = app.queues.filter(({ name }) => name.startsWith(batch));
  const asked: Promise<T>[] = [];
  await until(
    async () => {
      // One after the other: requests that arrive at one moment share a batch.
      if (asked.length < 5 * many) asked.push(...Array.from({ length: many }, ask));
      return queues.map(({ waiting }) => waiting);
    },
    (waiting) => waiting.some((n) => n >= 34), // A backlog of 32, and the stream, which may look its key up.
  );
  return asked;
}

/** Some of the requests may not have been admitted yet when their wait was lengthened; admitted ones are answered. */
async function countShed(asked: Promise<{ status: number }>[]): Promise<number> {
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  const shed = statuses.filter((status) => status === 503).length;
  assert.equal(statuses.filter((status) => status === 200).length, statuses.length - shed);
  assert.ok(statuses.length - shed >= 16, `${shed} of ${statuses.length} were refused`); // Each waits for its key and its order.
  return shed;
}

test("an overloaded server refuses at once what is new, serves what it has taken, and recovers", async (t) => {
  const { app, client, advance } = await start(t);
  const order = await rent(client);
  const source = await addSource(app);
  const stream = await openStream(app, client);
  t.after(() => stream.close());
  let taken: Promise<{ status: number }>[] = [];

  await whileLocked(app, "api_keys", async () => {
    taken = await crowd(app, "keys", () => client.get("/sms", { order_id: order.order_id }));
    advance(patienceMilliseconds);
    const refused = await client.get("/user"); // The table is locked, so it waited for nothing.
    const { message: _, request_id: id, ...rest } = refused.body;
    const seconds = Number(refused.headers.get("retry-after"));
    assert.deepEqual(
      [refused.status, rest],
      [503, { status: "error", code: "unavailable", retry_after: seconds }],
    );
    assert.ok(seconds >= 1 && seconds <= 3, String(seconds));
    assert.deepEqual([id, refused.headers.get("x-request-id")], [id, id]);
    assert.equal(refused.headers.get("access-control-allow-origin"), "*");
    assert.notEqual(refused.headers.get("connection"), "close");
    advance(patienceMilliseconds); // Rents have twice the time.
    assert.equal((await client.post("/rent", rentBody())).body.code, "unavailable");

    // Monitoring is answered, and so are sources: everybody is waiting for their messages.
    for (const path of ["/healthz", "/readyz", "/metrics"])
      assert.equal((await fetch(app.url + path)).status, 200, path);
    const sent = await source.send({ id: "1", to: "15550199999", from: "x", text: "nobody's" });
    assert.equal(sent.status, 200);
  });

  const late = await countShed(taken);
  assert.equal((await sms(client, order)).status, "PENDING");
  await rent(client);
  assert.equal(await metric(app, 'zapotp_shed_requests_total{kind="rent"}'), 1);
  assert.equal(await metric(app, 'zapotp_shed_requests_total{kind="api"}'), 1 + late);
});

test("rents that wait for each other keep nobody from reading codes", async (t) => {
  const { app, client, advance } = await start(t);
  const order = await rent(client);
  let rents: Promise<{ status: number }>[] = [];
  await whileLocked(app, "pools", async () => {
    rents = await crowd(app, "rents", () => client.post("/rent", rentBody()));
    advance(2 * patienceMilliseconds);
    assert.equal((await client.post("/rent", rentBody())).body.code, "unavailable");
    assert.equal((await sms(client, order)).status, "PENDING");
  });
  await Promise.all(rents);
});

test("sources are refused last, and not for good", async (t) => {
  const { app, advance } = await start(t);
  const source = await addSource(app);
  let ids = 0;
  const send = (id = String(++ids)): Promise<Response> =>
    source.send({ id, to: "15550199998", from: "x", text: `message ${id}` });
  const sent: Promise<Response>[] = [];
  await whileLocked(app, "messages", async () => {
    sent.push(...(await crowd(app, "messages", send)));
    advance(19 * patienceMilliseconds);
    assert.equal(await metric(app, 'zapotp_shed_requests_total{kind="inbound"}'), 0, "they have time");
    advance(patienceMilliseconds);
    const refused = await send("late");
    assert.deepEqual([refused.status, refused.headers.has("retry-after")], [503, true]);
  });
  const late = await countShed(sent);
  assert.equal(await metric(app, 'zapotp_shed_requests_total{kind="inbound"}'), 1 + late);
  assert.equal((await send("late")).status, 200, "its source repeats it");
});
