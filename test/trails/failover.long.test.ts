import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import pg from "pg";
import { migrate } from "../../src/kit/migrate.ts";
import { migrationsFolder } from "../../src/kit/paths.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { clientFor, rentBody, type Answer, type Client } from "../helpers/client.ts";
import type { Rented } from "#api-answers/orders.ts";
import { sms } from "../helpers/orders.ts";
import { startReplicas, type Replicas } from "../helpers/replicas.ts";
import { startComplaint } from "../helpers/start-complaint.ts";
import { addSource, stock } from "../helpers/stock.ts";
import { createTool } from "../helpers/tool.ts";
import { until } from "../helpers/until.ts";

// A real primary with a real synchronous standby: what is acknowledged is on both, whatever happens to the primary.

let folder: string;
let replicas: Replicas;
let one: TestApp;
let two: TestApp;
/** Only used for its order ids. */
let third: TestApp;
let source: Awaited<ReturnType<typeof addSource>>;
let key: string;
let accountId: number;
/** On the primary, bypassing every pool. */
let direct: pg.Client;

const start = (): Promise<TestApp> =>
  startTestApp({ LOG_LEVEL: "silent", MAX_OPEN_ORDERS: "100000", TRIES_PER_POOL: "0" }, replicas);

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "zapotp-failover-"));
  chmodSync(folder, 0o711); // If root runs the tests, PostgreSQL's user needs access.
  replicas = await startReplicas(folder);
  await migrate(replicas.primary.connectionString, migrationsFolder);
  [one, two, third] = [await start(), await start(), await start()];
  await stock(one, 2_000);
  source = await addSource(one);
  ({ liveKey: key, accountId } = await one.account(1_000_000_000));
  direct = new pg.Client(replicas.primary.connectionString);
  direct.on("error", () => {}); // Its server is killed.
  await direct.connect();
});
after(async () => {
  for (const app of [third, two, one]) await app.close();
  await direct.end().catch(() => {});
  await replicas.stop();
  rmSync(folder, { recursive: true, force: true });
});

const rentAt = (app: TestApp, idempotencyKey: string): Promise<Answer> =>
  clientFor(app, key).post("/rent", rentBody(), { "idempotency-key": idempotencyKey });

/** Commits that wait for the standby. */
const waiting = async (): Promise<{ pid: number }[]> =>
  (await direct.query<{ pid: number }>(`select pid from pg_stat_activity where wait_event = 'SyncRep'`)).rows;

/** Cancels every wait for the standby until the work is done, like an operator who wants it to continue. */
async function cancellingWaits<T>(work: Promise<T>): Promise<T> {
  let isDone = false;
  void work.finally(() => (isDone = true));
  await until(
    async () => {
      for (const { pid } of await waiting()) await direct.query(`select pg_cancel_backend($1)`, [pid]);
      return isDone;
    },
    (done) => done,
  );
  return work;
}

test("a start against a standby says that it is one, and doctor as well", async () => {
  const DATABASE_URL = replicas.standby.connectionString;
  const sentence =
    /DATABASE_URL cannot be used: it leads to a standby, or to a server that was set to take no writes/;
  const complaint = await startComplaint({ DATABASE_URL, ENCRYPTION_KEY: one.encryptionKey }, folder);
  assert.match(complaint, sentence);
  assert.equal(complaint.split("\n").length, 1);
  const { stdout } = await createTool({ DATABASE_URL, ENCRYPTION_KEY: one.encryptionKey })(["doctor"]);
  assert.match(stdout, /standby/);
});

test("a rent whose commit did not reach the standby is not answered as done, and its repeat finds it", async () => {
  replicas.partStandby();
  const doubtful = await cancellingWaits(rentAt(one, "doubtful"));
  assert.deepEqual([doubtful.status, doubtful.body.code], [503, "unavailable"]);
  assert.match(doubtful.body.message ?? "", /it may or may not have happened/);
  await replicas.joinStandby();
  const again = await rentAt(two, "doubtful");
  assert.equal(again.status, 200, again.text);
  const { rows } = await direct.query(
    `select order_id::text from orders join wallets w on w.id = wallet_id where w.account_id = $1`,
    [accountId],
  );
  assert.deepEqual(
    rows.map((row: { order_id: string }) => row.order_id),
    [(again.body.data as Rented).order_id],
  );
});

test("a message whose commit did not reach the standby is not acknowledged; its repeat is, and it is there once", async () => {
  const order = (await rentAt(one, "for-a-message")).body.data as Rented;
  const send = (): Promise<Response> =>
    source.send({ id: "doubtful", to: order.number, from: "32665", text: "Your WhatsApp code is 123-456" });
  replicas.partStandby();
  const doubtful = await cancellingWaits(send());
  assert.ok(doubtful.status >= 500, `${doubtful.status}`);
  await replicas.joinStandby();
  assert.equal((await send()).status, 200);
  assert.equal((await sms(clientFor(two, key), order)).messages.length, 1);
});

/** Rents and messages without a pause, until it is stopped. */
function trade(app: TestApp, name: string) {
  const rented = new Map<string, string>();
  const acknowledged: string[] = [];
  const odd: string[] = [];
  const soldAt: number[] = [];
  let isOver = false;
  const work = async (client: Client): Promise<void> => {
    for (let turn = 0; !isOver; turn++) {
      const answer = await client.post("/rent", rentBody(), { "idempotency-key": `${name}-${turn}` });
      if (answer.status !== 200) {
        if (answer.status !== 503) odd.push(answer.text);
        continue;
      }
      const order = answer.body.data as Rented;
      rented.set(order.order_id, order.number);
      soldAt.push(performance.now());
      const id = `${name} ${turn}`;
      const message = await fetch(`${app.url}/in/generic/${source.id}/${source.token}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          id,
          to: order.number,
          from: "32665",
          text: `WhatsApp code: 123-456 (${turn})`,
        }),
      });
      await message.arrayBuffer();
      if (message.status === 200) acknowledged.push(id);
      else if (message.status !== 503) odd.push(`${message.status} for a message`);
    }
  };
  const working = work(clientFor(app, key));
  return {
    rented,
    acknowledged,
    odd,
    soldSince: (since: number) => soldAt.filter((at) => at > since).length,
    async stop() {
      isOver = true;
      await working;
    },
  };
}

test("the primary is killed amid rents and messages and the standby promoted: nothing answered is lost, and sales go on", async (t) => {
  const shops = [trade(one, "one"), trade(two, "two")];
  await until(async () => shops.every((shop) => shop.acknowledged.length > 3), Boolean);
  // A process that has reserved ids for orders in advance, which the standby no longer receives.
  replicas.partStandby();
  const lost = rentAt(third, "lost");
  await until(waiting, (rows) => rows.length > 0);
  const since = performance.now();
  await replicas.killPrimary();
  await replicas.promote();
  const promoted = performance.now();
  assert.equal((await lost).status, 503);
  await until(async () => shops.every((shop) => shop.soldSince(promoted) > 3), Boolean);
  t.diagnostic(`sold again within ${((performance.now() - since) / 1000).toFixed(1)} s of the kill`);
  for (const shop of shops) await shop.stop();

  const orders = await one.db.rows<{ id: string; number: string }>(
    `select order_id::text as id, number from orders`,
  );
  const numbers = new Map(orders.map(({ id, number }) => [id, number]));
  const keys = await one.db.rows<{ key: string }>(
    `select source_key as key from messages where order_id is not null`,
  );
  const stored = new Set(keys.map((row) => row.key));
  for (const { rented, acknowledged, odd } of shops) {
    assert.deepEqual(odd, [], "whatever failed was refused for now");
    assert.deepEqual(
      [...rented].filter(([id, number]) => numbers.get(id) !== number),
      [],
    );
    assert.deepEqual(
      acknowledged.filter((id) => !stored.has(id)),
      [],
    );
  }
  await assertBooks(one.db);
});

test("order ids that a process fetched from the old primary are not in the way of those that the new one hands out", async () => {
  const fresh = await start();
  const [before] = await one.db.rows<{ n: number }>(`select count(*)::int as n from orders`);
  const ids = new Set<string>();
  for (const [app, name] of [
    [fresh, "fresh"],
    [third, "third"],
    [fresh, "fresh-again"],
    [third, "third-again"],
  ] as const)
    for (let turn = 0; turn < 5; turn++) {
      const answer = await rentAt(app, `${name}-${turn}`);
      assert.equal(answer.status, 200, answer.text);
      ids.add((answer.body.data as Rented).order_id);
    }
  assert.equal(ids.size, 20);
  const [now] = await one.db.rows<{ n: number }>(`select count(*)::int as n from orders`);
  assert.equal((now?.n ?? 0) - (before?.n ?? 0), 20);
  await fresh.close();
  await assertBooks(one.db);
});
