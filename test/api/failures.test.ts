import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openDb } from "../../src/kit/db.ts";
import { isUnreachable } from "../../src/kit/db/errors.ts";
import { createLog } from "../../src/kit/log.ts";
import { startTestApp } from "../helpers/app.ts";
import { clientFor, rentBody } from "../helpers/client.ts";
import { rent, send, sms } from "../helpers/orders.ts";
import { openStream } from "../helpers/stream.ts";
import { until } from "../helpers/until.ts";
import { openLine } from "../helpers/line.ts";

test("a fault on our side shows nothing of the inside, and its request can be named", async (t) => {
  const app = await startTestApp({ LOG_LEVEL: "silent" });
  t.after(() => app.close());
  const client = clientFor(app, (await app.account()).testKey);
  await app.db.rows(`alter table orders rename to gone`);
  const answers = [
    await client.get("/orders"),
    await client.get("/orders", { format: "csv" }),
    await client.get("/sms", { order_id: "1" }),
    await client.get("/sms", { order_id: "1", wait: "5" }),
    await client.post("/rent", rentBody()),
    await client.post("/cancel", { order_id: "1" }),
  ];
  for (const answer of answers) {
    const { request_id: id, message, ...rest } = answer.body;
    assert.deepEqual([answer.status, rest], [500, { status: "error", code: "internal" }]);
    assert.equal(message, "Something went wrong on our side; give the operator the request_id.");
    assert.equal(id, answer.headers.get("x-request-id"));
    assert.doesNotMatch(answer.text, /relation|orders|select|\.ts|pg|node/i);
  }
});

test("without its database the server says so, and is whole again when it is back", async (t) => {
  const behind = await startTestApp();
  t.after(() => behind.close());
  const line = await openLine(behind.connectionString);
  t.after(() => line.cut());
  const app = await startTestApp(
    { LOG_LEVEL: "silent" },
    { ...behind, connectionString: line.connectionString },
  );
  t.after(() => app.close());
  const client = clientFor(app, (await behind.account()).testKey);
  const order = await rent(client);
  const stream = await openStream(app, client);
  t.after(() => stream.close());
  const waiting = client.get("/sms", { order_id: order.order_id, wait: "30" });

  await line.cut();
  const calls = [
    client.get("/user"),
    client.get("/orders"),
    client.get("/services", { country: "US" }),
    client.post("/rent", rentBody()),
  ];
  for (const down of await Promise.all([...calls, waiting])) {
    assert.deepEqual(
      [down.status, down.body.code, down.headers.get("retry-after")],
      [503, "unavailable", "2"],
    );
  }
  const ready = await fetch(`${app.url}/readyz`);
  const { checks } = (await ready.json()) as { checks: Record<string, string> };
  assert.deepEqual([ready.status, checks["database"]], [503, "unreachable"]);
  assert.equal((await fetch(`${app.url}/healthz`)).status, 200, "the process itself is well");

  await line.mend();
  await until(
    async () => (await fetch(`${app.url}/readyz`)).status,
    (status) => status === 200,
  );
  await send(client, order, "Your code is 4711");
  assert.equal((await sms(client, order, 30)).sms_code, "4711");
  assert.deepEqual(await stream.rest(0), [], "the stream has ended, so that its client resumes");
  const resumed = await openStream(app, client, { lastEventId: 0 });
  assert.equal((await resumed.take(1))[0]?.data["sms_code"], "4711");
  resumed.close();
  const woken = rent(client).then((next) =>
    Promise.all([sms(client, next, 30), send(client, next, "Your code is 4712")]),
  );
  assert.equal((await woken)[0].sms_code, "4712", "hints arrive again");
});

test("a line that breaks under an open transaction costs that transaction, not the process", async (t) => {
  const behind = await startTestApp();
  t.after(() => behind.close());
  const line = await openLine(behind.connectionString);
  const db = openDb({ connectionString: line.connectionString, log: createLog("silent") });
  t.after(() => db.end());
  const work = db.transaction(async (tx) => {
    await tx.rows(`select 1`);
    await line.cut();
    await sleep(100); // No requests while it breaks.
    await tx.rows(`select 2`);
  });
  await assert.rejects(work, isUnreachable);
  await line.mend();
  assert.deepEqual(await db.rows(`select 3 as n`), [{ n: 3 }]);
  await line.cut();
});

test("a server that stops answers who waits, ends its streams, and takes no minute for it", async () => {
  const app = await startTestApp();
  const client = clientFor(app, (await app.account()).testKey);
  const order = await rent(client);
  const stream = await openStream(app, client);
  const waitSeconds = 60;
  const waiting = sms(client, order, waitSeconds);
  await until(
    async () => (await fetch(`${app.url}/metrics`)).text(),
    (text) => /zapotp_http_requests_open 3\n/.test(text),
  );
  const began = performance.now();
  await app.close();
  const seconds = (performance.now() - began) / 1000;
  assert.ok(seconds < waitSeconds / 2, `it took ${seconds} s`);
  assert.equal((await waiting).status, "PENDING");
  assert.deepEqual(await stream.rest(0), []);
});
