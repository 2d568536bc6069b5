import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createPool } from "../../src/domain/pools/create-pool.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, rentBody, type Answer, type Client } from "../helpers/client.ts";
import { rent, sms } from "../helpers/orders.ts";
import type { Rented } from "#api-answers/orders.ts";
import { addSource, stock } from "../helpers/stock.ts";
import { until } from "../helpers/until.ts";

/** This many orders may end without a code within a day. */
const allowed = 3;
const day = 86_400;

let app: TestApp;
let sibling: TestApp;
let source: Awaited<ReturnType<typeof addSource>>;
let pool: string;
let otherPool: string;
before(async () => {
  app = await startTestApp({
    TRIES_PER_POOL: String(allowed),
    MAX_OPEN_ORDERS: "100",
    LEAST_CODES_PERCENT: "0", // That limit is on the account, whichever pool it rents from.
  });
  sibling = await app.sibling();
  source = await addSource(app);
  const make = async (name: string, first: number): Promise<string> => {
    const offer = {
      name,
      provider: "global",
      lateMessages: "free",
      priceMinor: 45_000,
      actor: "test",
    } as const;
    const { id } = await createPool(app, offer);
    await stock(app, 200, { poolId: id, first });
    return String(id);
  };
  pool = await make("Tried", 15552000000);
  otherPool = await make("Other", 15553000000);
});
after(() => app.close());

const ask = (client: Client, over: Record<string, unknown> = {}): Promise<Answer> =>
  client.post("/rent", rentBody({ pool, ...over }));

async function tryOnce(client: Client, how: "cancel" | "report" = "cancel"): Promise<void> {
  const { order_id: id } = await rent(client, { pool });
  const answer = await client.post(`/${how}`, {
    order_id: id,
    ...(how === "report" ? { reason: "dead" } : {}),
  });
  assert.equal(answer.status, 200, answer.text);
}

function tooMany(answer: Answer): number {
  assert.deepEqual([answer.status, answer.body.code], [429, "too_many_tries"], answer.text);
  const seconds = Number(answer.body["retry_after"]);
  assert.equal(answer.headers.get("retry-after"), String(seconds));
  return seconds;
}

async function getCode(client: Client): Promise<void> {
  const order: Rented = await rent(client, { pool });
  await source.send({
    id: order.order_id,
    to: order.number,
    from: "WhatsApp",
    text: "WhatsApp code 123-456",
  });
  assert.equal((await sms(client, order)).status, "RECEIVED");
  assert.equal((await client.post("/finish", { order_id: order.order_id })).status, 200);
}

test("who rents and gives back again and again has to wait: in that pool, with every key, in every process", async () => {
  const { accountId, liveKey } = await app.account(100_000_000);
  const clients = [clientFor(app, liveKey), clientFor(sibling, liveKey)] as const;
  await tryOnce(clients[0]);
  await tryOnce(clients[1], "report");
  await tryOnce(clients[0]);
  for (const client of clients) {
    const seconds = tooMany(await ask(client));
    assert.ok(seconds > day / allowed - 60 && seconds <= day / allowed, `${seconds} s`);
    tooMany(await ask(client, { quantity: 2 }));
    tooMany(await ask(client, { service: "telegram", area_code: "555" }));
  }
  assert.equal((await ask(clients[0], { pool: otherPool })).status, 200);
  assert.notEqual(
    (await rent(clients[0], { pool: undefined })).pool,
    pool,
    "the next pool, where none is named",
  );
  const other = clientFor(app, (await app.account(100_000_000)).liveKey);
  assert.equal((await ask(other)).status, 200);

  app.clock.advance(day / allowed);
  await tryOnce(clients[1]);
  tooMany(await ask(clients[0]));
  const [counted] = await app.db.rows<{ tries: number }>(
    `select tries from pool_tries t join wallets w on w.id = t.wallet_id where w.account_id = $1 and t.pool_id = $2`,
    [accountId, Number(pool)],
  );
  assert.ok(Math.abs((counted?.tries ?? 0) - allowed) < 0.01);
  app.clock.advance(day);
  for (let count = 0; count < allowed; count++) await tryOnce(clients[0]);
  tooMany(await ask(clients[0]));
});

test("orders that expire count, and a code makes up for three", async () => {
  const client = clientFor(app, (await app.account(100_000_000)).liveKey);
  const orders = await Promise.all(Array.from({ length: allowed + 2 }, () => rent(client, { pool })));
  app.clock.advance(1201);
  for (const order of orders)
    await until(
      () => sms(client, order),
      ({ status }) => status === "EXPIRED",
    );
  const seconds = tooMany(await ask(client));
  app.clock.advance(seconds);
  await getCode(client);
  for (let count = 0; count < allowed; count++) await tryOnce(client);
  tooMany(await ask(client));
});

test("a customer who gets codes does not notice; nor does the sandbox", async () => {
  const { liveKey, testKey } = await app.account(100_000_000);
  const client = clientFor(app, liveKey);
  for (let round = 0; round < 4; round++) {
    for (let count = 0; count < 3; count++) await tryOnce(client);
    app.clock.advance(day / allowed);
    await getCode(client);
  }
  const sandbox = clientFor(app, testKey);
  for (let count = 0; count < allowed + 2; count++) {
    const { order_id: id } = await rent(sandbox);
    await sandbox.post("/cancel", { order_id: id });
  }
  await rent(sandbox);
});

test("the answer to a repeat is the first answer, however often was tried since", async () => {
  const client = clientFor(app, (await app.account(100_000_000)).liveKey);
  const headers = { "idempotency-key": "first" };
  const first = await client.post("/rent", rentBody({ pool }), headers);
  for (let count = 0; count < allowed; count++) await tryOnce(client);
  tooMany(await ask(client));
  const repeat = await client.post("/rent", rentBody({ pool }), headers);
  assert.deepEqual(repeat.body.data, first.body.data);
});
