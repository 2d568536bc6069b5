import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { clientFor, rentBody } from "../helpers/client.ts";
import { stock } from "../helpers/stock.ts";

let app: TestApp;
before(async () => {
  app = await startTestApp({ MAX_OPEN_ORDERS: "1000" });
});
after(() => app.close());

test("200 parallel rents for 100 numbers and money for 90: exactly 90 orders", async () => {
  await stock(app, 100);
  const sibling = await app.sibling();
  const account = await app.account(90 * 45_000);
  const clients = [clientFor(app, account.liveKey), clientFor(sibling, account.liveKey)];
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, place) =>
      (clients[place % 2] as (typeof clients)[0]).post("/rent", rentBody()),
    ),
  );
  const rented = answers.filter((answer) => answer.status === 200);
  assert.equal(rented.length, 90);
  assert.ok(answers.every((answer) => answer.status === 200 || answer.body.code === "insufficient_balance"));
  assert.equal(new Set(rented.map((answer) => (answer.body.data as { number: string }).number)).size, 90);
  const user = await (clients[0] as (typeof clients)[0]).get("/user");
  assert.match(user.text, /"balance":0\.00,.*"held":40500\.00/);
  await assertBooks(app.db);
  await sibling.close();
});

test("more money than numbers: every number once, the rest refused and not charged", async () => {
  await stock(app, 10, { first: 447700900000, country: "GB" });
  const client = clientFor(app, (await app.account(10_000_000)).liveKey);
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => client.post("/rent", rentBody({ country: "UK" }))),
  );
  assert.equal(answers.filter((answer) => answer.status === 200).length, 10);
  assert.equal(answers.filter((answer) => answer.body.code === "no_numbers").length, 30);
  await assertBooks(app.db);
});
