import assert from "node:assert/strict";
import { test } from "node:test";
import { verifyBooks } from "../../src/domain/books/verify.ts";
import { startTestApp } from "../helpers/app.ts";
import { perFile } from "../helpers/fixtures.ts";
import { assertBooks } from "../helpers/books.ts";
import { clientFor, rentBody } from "../helpers/client.ts";
import { stock } from "../helpers/stock.ts";

const app = perFile(() => startTestApp({ MAX_OPEN_ORDERS: "1000" }));

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

test("renters who come at once take nothing from each other while there is enough: as many orders as numbers", async () => {
  const each = 30;
  const sibling = await app.sibling();
  const accounts = await Promise.all(Array.from({ length: 8 }, () => app.account(100_000_000)));
  const clients = accounts.flatMap(({ liveKey }) => [clientFor(app, liveKey), clientFor(sibling, liveKey)]);
  // Several batches of both processes one after the other: each sees what the previous one has just committed.
  await stock(app, each * clients.length, { first: 4915100000000, country: "DE" });
  const answers = await Promise.all(
    clients.map(async (client) => {
      const statuses: string[] = [];
      for (let turn = 0; turn < each; turn++) {
        const { status, body } = await client.post("/rent", rentBody({ country: "DE" }));
        statuses.push(status === 200 ? "rented" : (body.code ?? "nothing"));
      }
      return statuses;
    }),
  );
  assert.deepEqual([...new Set(answers.flat())], ["rented"]);
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

test("rows that others name are never deleted, and the audit finds a name that nobody bears", async () => {
  for (const table of [
    "wallets",
    "api_keys",
    "services",
    "pools",
    "numbers",
    "sources",
    "orders",
    "postings",
    "audit_log",
  ]) {
    await assert.rejects(app.db.rows(`delete from ${table}`), /never deleted|append-only/, table);
    await assert.rejects(app.db.rows(`truncate ${table} cascade`), /never deleted|append-only/, table);
  }
  await stock(app, 1, { first: 33600000000, country: "FR" });
  const client = clientFor(app, (await app.account(10_000_000)).liveKey);
  const answer = await client.post("/rent", rentBody({ country: "FR" }));
  assert.equal(answer.status, 200, answer.text);
  const { order_id: id, pool } = answer.body.data as { order_id: string; pool: string };
  await app.db.rows(`update orders set pool_id = 9999 where order_id = $1`, [Number(id)]);
  const { faults } = await verifyBooks(app.db);
  assert.deepEqual(faults, [`order ${id}: its wallet, service, pool, key or number does not exist`]);
  await app.db.rows(`update orders set pool_id = $2 where order_id = $1`, [Number(id), Number(pool)]);
  await assertBooks(app.db);
});
