import assert from "node:assert/strict";
import { test } from "node:test";
import { startTestApp } from "../helpers/app.ts";
import { perFile } from "../helpers/fixtures.ts";
import { clientFor, rentBody } from "../helpers/client.ts";
import { rent, send, sms } from "../helpers/orders.ts";
import { until } from "../helpers/until.ts";

const app = perFile(() => startTestApp());

const metrics = async (): Promise<string> => (await fetch(`${app.url}/metrics`)).text();

test("figures by route and status, of messages too; no code, number, text, key or order in them", async () => {
  const { testKey, username } = await app.account();
  const client = clientFor(app, testKey);
  const order = await rent(client);
  await send(client, order, "Your WhatsApp code is 918273");
  await sms(client, order);
  await client.get("/sms", { order_id: "1" });
  await client.post("/rent", rentBody({ service: `secret-service-${order.order_id}` }));
  await fetch(`${app.url}/account/api/v1/user?api_key=${testKey}`);
  await fetch(`${app.url}/nothing/${order.order_id}`);

  const text = await metrics();
  assert.match(
    text,
    /zapotp_http_request_seconds_count\{route="\/account\/api\/v1\/sms",method="GET",status="200"\} 1\n/,
  );
  assert.match(
    text,
    /zapotp_http_request_seconds_count\{route="\/account\/api\/v1\/sms",method="GET",status="404"\} 1\n/,
  );
  assert.match(text, /zapotp_messages_total\{receipt="delivered"\} 1\n/);
  for (const secret of [
    testKey,
    testKey.slice(9, 20),
    "918273",
    order.number,
    order.order_id,
    username,
    "secret-service",
    "/nothing",
  ]) {
    assert.ok(!text.includes(secret), `/metrics holds ${secret}`);
  }
});

test("the requests under way are counted down, also when the client leaves", async () => {
  const client = clientFor(app, (await app.account()).testKey);
  const order = await rent(client);
  const open = async (): Promise<number> =>
    Number(/zapotp_http_requests_open (\d+)/.exec(await metrics())?.[1]);
  const idle = await open();
  const leave = new AbortController();
  const { key } = client;
  const asked = [`/sms?order_id=${order.order_id}&wait=60`, "/events"].map((path) =>
    fetch(`${app.url}/account/api/v1${path}`, {
      headers: { authorization: `Bearer ${key}` },
      signal: leave.signal,
    })
      .then((response) => response.text())
      .catch(() => ""),
  );
  await until(open, (count) => count === idle + 2);
  leave.abort();
  await Promise.all(asked);
  await until(open, (count) => count === idle);
});

test("with METRICS_TOKEN, the figures are for who has it", async (t) => {
  const guarded = await startTestApp({ METRICS_TOKEN: "a-secret" });
  t.after(() => guarded.close());
  const status = async (authorization?: string): Promise<number> =>
    (await fetch(`${guarded.url}/metrics`, authorization ? { headers: { authorization } } : {})).status;
  assert.deepEqual(
    [await status(), await status("Bearer wrong"), await status("Bearer a-secret")],
    [403, 403, 200],
  );
});
