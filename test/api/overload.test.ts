import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, rentBody, type Client } from "../helpers/client.ts";
import { rent, sms } from "../helpers/orders.ts";
import { addSource } from "../helpers/stock.ts";
import { openStream } from "../helpers/stream.ts";
import { until } from "../helpers/until.ts";

/** More than two batches that are under way and the crowd that must wait behind them (kit/queue.ts). */
const many = 60;
/** Long enough that the turns of a slow machine, on which the tests' own requests are made as well, are not too long. */
const patienceMilliseconds = 400;

async function start(
  t: TestContext,
  milliseconds = patienceMilliseconds,
): Promise<{ app: TestApp; client: Client }> {
  const app = await startTestApp({ OVERLOAD_MILLISECONDS: String(milliseconds) });
  t.after(() => app.close());
  return { app, client: clientFor(app, (await app.account()).testKey) };
}

/** While a table is locked, requests that read it wait for each other; as they would behind a database at its limit. */
async function whileStuck(app: TestApp, table: string, work: () => Promise<void>): Promise<void> {
  await app.db.transaction(async (tx) => {
    await tx.rows(`lock table ${table} in access exclusive mode`);
    await work();
  });
}

const metric = async ({ url }: TestApp, line: string): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${line.replace(/[{}"]/g, "\\$&")} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
};

/** Until so many wait in one of these batches that they are a crowd, and the first has waited for longer than this. */
async function untilCrowded({ url }: TestApp, batch: string, milliseconds: number): Promise<void> {
  const lines = new RegExp(`^zapotp_batch_waiting\\{batch="${batch}[^"]*"\\} (\\d+)$`, "gm");
  await until(
    async () =>
      (await (await fetch(`${url}/metrics`)).text())
        .matchAll(lines)
        .map(([, n]) => Number(n))
        .toArray(),
    (waiting) => waiting.some((n) => n >= 32),
  );
  await sleep(milliseconds);
}

test("an overloaded server refuses at once what is new, serves what it has taken, and recovers", async (t) => {
  const { app, client } = await start(t);
  const order = await rent(client);
  const source = await addSource(app);
  const stream = await openStream(app, client);
  t.after(() => stream.close());
  const taken: Promise<{ status: number }>[] = [];

  await whileStuck(app, "api_keys", async () => {
    // In turns: all that come at one moment share a batch.
    for (let turn = 0; turn < 3; turn++) {
      taken.push(...Array.from({ length: many }, () => client.get("/sms", { order_id: order.order_id })));
      await sleep(patienceMilliseconds);
    }
    await untilCrowded(app, "keys", patienceMilliseconds);
    const began = performance.now();
    const refused = await client.get("/user");
    assert.ok(performance.now() - began < 1000, "a refusal waits for nothing");
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
    assert.equal((await client.post("/rent", rentBody())).body.code, "unavailable");

    // Whoever watches over us is answered, and so are sources: their messages are what everybody waits for.
    for (const path of ["/healthz", "/readyz", "/metrics"])
      assert.equal((await fetch(app.url + path)).status, 200, path);
    const sent = await source.send({ id: "1", to: "15550199999", from: "x", text: "nobody's" });
    assert.equal(sent.status, 200);
  });

  const statuses = (await Promise.all(taken)).map(({ status }) => status);
  const answered = statuses.filter((status) => status === 200).length;
  // The refusals made above by hand are those of /user and of a rent.
  const shed = (await metric(app, 'zapotp_shed_requests_total{kind="api"}')) - 1;
  assert.ok(answered >= 32, String(answered));
  assert.equal(answered + shed, statuses.length, "what was let in is answered");
  assert.equal((await sms(client, order)).status, "PENDING");
  await rent(client);
  assert.ok((await metric(app, 'zapotp_shed_requests_total{kind="rent"}')) >= 1);
  assert.ok((await metric(app, 'zapotp_shed_requests_total{kind="api"}')) >= 1);
});

test("rents that wait for each other keep nobody from reading codes", async (t) => {
  const { app, client } = await start(t);
  const order = await rent(client);
  const rents: Promise<{ status: number }>[] = [];
  await whileStuck(app, "pools", async () => {
    for (let turn = 0; turn < 2; turn++) {
      rents.push(...Array.from({ length: many }, () => client.post("/rent", rentBody())));
      await sleep(patienceMilliseconds);
    }
    await untilCrowded(app, "rents", patienceMilliseconds * 2);
    assert.equal((await client.post("/rent", rentBody())).body.code, "unavailable");
    assert.equal((await sms(client, order)).status, "PENDING");
  });
  await Promise.all(rents);
});

test("sources are refused last, and not for good", async (t) => {
  // Sources are refused for what waits in their queue alone, however long the turns are.
  const patienceMilliseconds = 50;
  const { app } = await start(t, patienceMilliseconds);
  const source = await addSource(app);
  const send = (id: string): Promise<Response> =>
    source.send({ id, to: "15550199998", from: "x", text: `message ${id}` });
  const sent: Promise<Response>[] = [];
  await whileStuck(app, "messages", async () => {
    for (let turn = 0; turn < 2; turn++) {
      sent.push(...Array.from({ length: many }, (_, index) => send(`${turn}-${index}`)));
      await sleep(patienceMilliseconds);
    }
    await untilCrowded(app, "messages", patienceMilliseconds * 2);
    assert.equal(await metric(app, 'zapotp_shed_requests_total{kind="inbound"}'), 0, "they have time");
    await sleep(patienceMilliseconds * 20);
    const refused = await send("late");
    assert.deepEqual([refused.status, refused.headers.has("retry-after")], [503, true]);
  });
  for (const response of await Promise.all(sent)) assert.equal(response.status, 200);
  assert.equal((await send("late")).status, 200, "its source repeats it");
});
