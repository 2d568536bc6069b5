import assert from "node:assert/strict";
import { test } from "node:test";
import pg from "pg";
import { cleanUp } from "../../src/jobs/clean-up.ts";
import { startTestApp } from "../helpers/app.ts";
import { withBooks } from "../helpers/books.ts";
import { clientFor, rentBody, type Answer, type Client } from "../helpers/client.ts";
import { perFile } from "../helpers/fixtures.ts";
import { refusal } from "../helpers/orders.ts";
import { stock } from "../helpers/stock.ts";

// What is stored about an address group: only what somebody there rented, and as many orders as really wait for a code.

const app = perFile(async () =>
  withBooks(await startTestApp({ TRUSTED_PROXIES: "loopback", MAX_OPEN_ORDERS: "4", ADDRESS_FACTOR: "1" })),
);
perFile(async () => {
  await stock(app, 30);
  return {};
});

const customer = async (): Promise<Client> => clientFor(app, (await app.account(100_000_00)).liveKey);
const rentFrom = (client: Client, address: string, over: Record<string, unknown> = {}): Promise<Answer> =>
  client.post("/rent", rentBody(over), { "x-forwarded-for": address });
const orderOf = (answer: Answer): number => {
  assert.equal(answer.status, 200, answer.text);
  return Number((answer.body.data as { order_id: string }).order_id);
};
const groups = (): Promise<unknown[]> =>
  app.db.rows(`select network, open_orders as open from address_groups order by network`);
const clean = (): Promise<void> =>
  cleanUp({
    ...app,
    messageRetentionDays: 30,
    eventRetentionDays: 7,
    evidenceRetentionDays: 90,
    caseRetentionDays: 7,
  });

test("a rent that is refused for what it asks for leaves no trace of its address, and is told what is left there", async (t) => {
  app.clock.stop(t);
  const [one, two] = [await customer(), await customer()];
  const impossible = { max_price: 0.01 };
  const refused = await rentFrom(one, "198.51.100.1", impossible);
  assert.equal(refused.body.code, "price_above_max");
  assert.equal(refused.headers.get("ratelimit"), '"open-orders";r=4, "rents";r=24;t=60');
  assert.deepEqual(await groups(), []);

  orderOf(await rentFrom(one, "198.51.100.1"));
  orderOf(await rentFrom(one, "198.51.100.1"));
  app.clock.advance(10);
  const other = await rentFrom(two, "198.51.100.1", impossible);
  assert.equal(other.headers.get("ratelimit"), '"open-orders";r=2, "rents";r=22;t=50');
  const seen = `select extract(epoch from $1::timestamptz - seen_at)::int as ago from address_groups`;
  assert.deepEqual(await app.db.rows(seen, [app.clock.now()]), [{ ago: 10 }]);

  // Both kinds at once, so that they share a transaction.
  const answers = await Promise.all([
    rentFrom(two, "198.51.100.1"),
    rentFrom(two, "198.51.100.2", impossible),
    rentFrom(two, "198.51.100.1", impossible),
  ]);
  assert.deepEqual(
    answers.map((answer) => answer.body.code),
    [undefined, "price_above_max", "price_above_max"],
  );
  assert.deepEqual(await groups(), [{ network: "198.51.100.1", open: 3 }]);
});

test("the clean-up corrects open orders that a process of an earlier version has left wrong", async (t) => {
  app.clock.stop(t);
  const client = await customer();
  const [many, few, right] = ["203.0.113.1", "203.0.113.2", "203.0.113.3"] as const;
  const [ended, open, other] = [
    orderOf(await rentFrom(client, many)),
    orderOf(await rentFrom(client, many)),
    orderOf(await rentFrom(client, few)),
  ];
  orderOf(await rentFrom(client, right));
  assert.equal((await client.post("/cancel", { order_id: String(ended) })).status, 200);
  // As if the order had been cancelled by a process that knows no groups.
  await app.db.rows(`update orders set network = $2 where order_id = $1`, [ended, many]);
  await app.db.rows(`update address_groups set open_orders = 4 where network = $1`, [many]);
  await app.db.rows(`update address_groups set open_orders = 0 where network = $1`, [few]);
  assert.deepEqual(refusal(await rentFrom(await customer(), many)), [429, "too_many_open_orders"]);

  await clean();
  const mine = (await groups()).slice(-3);
  assert.deepEqual(mine, [
    { network: many, open: 1 },
    { network: few, open: 1 },
    { network: right, open: 1 },
  ]);
  const networks = await app.db.rows(
    `select network from orders where order_id = any($1::int[]) order by seq`,
    [[ended, open, other]],
  );
  assert.deepEqual(networks, [{ network: null }, { network: many }, { network: few }]);
});

test("the clean-up waits for a rent that is being written, and counts it", async (t) => {
  const client = await customer();
  const address = "203.0.113.9";
  const first = orderOf(await rentFrom(client, address));
  const second = orderOf(await rentFrom(client, "203.0.113.10"));
  await app.db.rows(`update address_groups set open_orders = 3 where network = $1`, [address]);
  const rent = new pg.Client({ connectionString: app.connectionString });
  t.after(() => rent.end());
  await rent.connect();
  await rent.query(`begin`);
  await rent.query(`update address_groups set open_orders = open_orders + 1 where network = $1`, [address]);
  await rent.query(`update orders set network = $2 where order_id = $1`, [second, address]);
  let isDone = false;
  const cleaning = clean().finally(() => (isDone = true));
  const isWaiting = async (): Promise<boolean> =>
    (
      await app.db.rows(
        `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%address_groups%'
           and datname = current_database()`,
      )
    ).length > 0;
  while (!isDone && !(await isWaiting())) await new Promise((resolve) => setTimeout(resolve, 5));
  await rent.query(`commit`);
  await cleaning;
  const [group] = await app.db.rows(`select open_orders as open from address_groups where network = $1`, [
    address,
  ]);
  assert.deepEqual(group, { open: 2 });
  for (const order of [first, second])
    assert.equal((await client.post("/cancel", { order_id: String(order) })).status, 200);
});
