import assert from "node:assert/strict";
import { test } from "node:test";
import { startTestApp } from "../helpers/app.ts";
import { perFile } from "../helpers/fixtures.ts";
import { clientFor } from "../helpers/client.ts";
import { rent, send } from "../helpers/orders.ts";
import { stock } from "../helpers/stock.ts";

const app = perFile(() => startTestApp());

test("the wallet with exactly two decimals, and whose it is", async () => {
  const { liveKey, username, accountId } = await app.account(500_000);
  const answer = await clientFor(app, liveKey).get("/user");
  assert.equal(answer.status, 200);
  assert.equal(
    answer.text,
    `{"status":"success","data":{"username":"${username}","balance":5000.00,"currency":"NGN","held":0.00,"account_id":"${accountId}"}}`,
  );
});

test("what is held is not spendable; a message captures it", async () => {
  await stock(app, 1);
  const client = clientFor(app, (await app.account(50_005)).liveKey);
  await rent(client);
  assert.match((await client.get("/user")).text, /"balance":50\.05,.*"held":450\.00/);

  const tester = clientFor(app, (await app.account()).testKey);
  const order = await rent(tester);
  await send(tester, order, "Your code is 1234");
  assert.match((await tester.get("/user")).text, /"balance":999550\.00,.*"held":0\.00/);
});

test("the test key and the live key of an account have a wallet each", async () => {
  const { liveKey, testKey } = await app.account(7);
  assert.match((await clientFor(app, liveKey).get("/user")).text, /"balance":0\.07,/);
  assert.match((await clientFor(app, testKey).get("/user")).text, /"balance":1000000\.00,/);
});

test("answers are not to be kept by anybody on the way", async () => {
  const answer = await clientFor(app, (await app.account()).liveKey).get("/user");
  assert.equal(answer.headers.get("cache-control"), "no-store");
  assert.match(answer.headers.get("content-type") ?? "", /^application\/json/);
});
