import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, rentBody } from "../helpers/client.ts";
import { refusal } from "../helpers/orders.ts";

let app: TestApp;
before(async () => {
  app = await startTestApp({ RATE_LIMIT: "1" });
});
after(() => app.close());

test("ten requests in ten seconds, counted down in the headers, then 429 until it says", async () => {
  const { liveKey, testKey } = await app.account();
  const client = clientFor(app, liveKey);
  const headers = (answer: { headers: Headers }): (string | null)[] =>
    ["ratelimit-limit", "ratelimit-remaining", "retry-after"].map((name) => answer.headers.get(name));
  for (let left = 9; left >= 0; left--) {
    const answer = left % 2 ? await client.get("/user") : await client.get("/sms", { order_id: "1" });
    assert.deepEqual(headers(answer), ["10", String(left), null]);
    const reset = Number(answer.headers.get("ratelimit-reset"));
    assert.ok(reset >= 1 && reset <= 10, String(reset));
  }
  for (const answer of [await client.get("/user"), await client.post("/rent", rentBody())]) {
    assert.deepEqual(refusal(answer), [429, "rate_limited"]);
    const seconds = Number(answer.headers.get("retry-after"));
    assert.ok(seconds >= 1 && seconds <= 10);
    assert.equal(answer.body["retry_after"], seconds);
    assert.deepEqual(headers(answer).slice(0, 2), ["10", "0"]);
  }
  assert.equal((await clientFor(app, testKey).get("/user")).status, 200, "each key has a limit of its own");
});

test("what was refused changed nothing", async () => {
  const client = clientFor(app, (await app.account()).testKey);
  for (let count = 0; count < 10; count++) await client.get("/user");
  assert.equal((await client.post("/rent", rentBody())).status, 429);
  assert.deepEqual(await app.db.rows(`select order_id from orders`), []);
});
