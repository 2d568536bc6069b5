import assert from "node:assert/strict";
import { test } from "node:test";
import { startTestApp } from "../helpers/app.ts";
import { perFile } from "../helpers/fixtures.ts";
import { addTestMember } from "../helpers/browser.ts";
import { clientFor, rentBody } from "../helpers/client.ts";
import { refusal } from "../helpers/orders.ts";

const app = perFile(() => startTestApp({ RATE_LIMIT: "1" }));

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
  assert.equal((await clientFor(app, testKey).get("/user")).status, 429, "the account's other key as well");
  const other = (await app.account()).testKey;
  assert.equal((await clientFor(app, other).get("/user")).status, 200, "each account has a limit of its own");
});

test("all keys and members of an account share its limit, the dashboard counts, and operators have one each", async () => {
  const { accountId, liveKey, testKey } = await app.account();
  const owner = await (await addTestMember(app, accountId, "owner")).signIn();
  const viewer = await (await addTestMember(app, accountId, "viewer")).signIn();
  const calls: (() => Promise<{ status: number; headers: Headers }>)[] = [
    () => clientFor(app, liveKey).get("/user"),
    () => clientFor(app, testKey).get("/user"),
    () => owner.get("wallet"),
    () => viewer.get("me", { mode: "test" }),
    () => viewer.get("//account/api/v1/orders"),
  ];
  const remaining: (string | null)[] = [];
  for (const call of [...calls, ...calls]) remaining.push((await call()).headers.get("ratelimit-remaining"));
  assert.deepEqual(remaining, ["9", "8", "7", "6", "5", "4", "3", "2", "1", "0"]);
  for (const call of calls) {
    const refused = await call();
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get("retry-after")) >= 1);
  }
  const operators = [await addTestMember(app, 0, "operator"), await addTestMember(app, 0, "operator")];
  const [busy, calm] = [await operators[0]?.signIn(), await operators[1]?.signIn()];
  for (let count = 0; count < 10; count++) assert.equal((await busy?.get("me"))?.status, 200);
  assert.equal((await busy?.get("operator/health"))?.body.code, "rate_limited");
  assert.equal((await calm?.get("me"))?.status, 200);
});

test("a long text to read counts as several requests", async () => {
  const client = clientFor(app, (await app.account()).testKey);
  const left = async (length: number): Promise<string | null> =>
    (await client.post("/tools/extract", { text: "x".repeat(length) })).headers.get("ratelimit-remaining");
  assert.equal(await left(999), "9");
  assert.equal(await left(1000), "7");
  assert.equal(await left(3500), "3");
  assert.deepEqual(refusal(await client.post("/tools/extract", { text: "x".repeat(20_000) })), [
    429,
    "rate_limited",
  ]);
});

test("what was refused changed nothing", async () => {
  const client = clientFor(app, (await app.account()).testKey);
  for (let count = 0; count < 10; count++) await client.get("/user");
  assert.equal((await client.post("/rent", rentBody())).status, 429);
  assert.deepEqual(await app.db.rows(`select order_id from orders`), []);
});
