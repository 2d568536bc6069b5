import assert from "node:assert/strict";
import { test } from "node:test";
import { startTestApp } from "../helpers/app.ts";
import { perFile } from "../helpers/fixtures.ts";
import { clientFor, rentBody } from "../helpers/client.ts";
import { refusal, rent, sms } from "../helpers/orders.ts";

const app = perFile(() => startTestApp());

test("another account's order is not there, on every endpoint", async () => {
  const owner = clientFor(app, (await app.account()).testKey);
  const order = await rent(owner);
  const orderId = order.order_id;
  const account = await app.account();
  for (const stranger of [clientFor(app, account.testKey), clientFor(app, account.liveKey)]) {
    const answers = [
      await stranger.get("/sms", { order_id: orderId }),
      await stranger.get("/sms", { order_id: orderId, wait: "30" }),
      await stranger.get("/events", { order_id: orderId }),
      ...(await Promise.all(
        ["/cancel", "/finish", "/resend", "/report"].map((path) =>
          stranger.post(path, { order_id: orderId, reason: "x" }),
        ),
      )),
    ];
    for (const answer of answers) assert.deepEqual(refusal(answer), [404, "order_not_found", "order_id"]);
    assert.deepEqual((await stranger.get("/orders", { q: orderId })).body.data, []);
  }
  assert.equal((await sms(owner, order)).status, "PENDING");
});

test("the live key of the same account does not see its sandbox, and the other way round", async () => {
  const { liveKey, testKey } = await app.account(1_000_000);
  const [live, tester] = [clientFor(app, liveKey), clientFor(app, testKey)];
  const order = await rent(tester);
  assert.equal((await live.get("/sms", { order_id: order.order_id })).status, 404);
  assert.deepEqual((await live.get("/orders")).body.data, []);
  assert.equal(
    (await live.post("/rent", rentBody())).body.code,
    "no_numbers",
    "no live number, though the sandbox has some",
  );
  assert.deepEqual(refusal(await live.post("/rent", rentBody({ pool: order.pool }))), [
    400,
    "unknown_pool",
    "pool",
  ]);
  assert.equal((await live.post("/sandbox/sms", { to: order.number, text: "x" })).body.code, "forbidden");
});
