import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import pg from "pg";
import type { Limits } from "#answers/keys.ts";
import { createKey, usualKey } from "../../src/domain/accounts/create-key.ts";
import {
  current,
  isSlowed,
  refuseRent,
  rentsLeft,
  type Renting,
} from "../../src/domain/orders/limits/rent-limits.ts";
import { cleanUp } from "../../src/jobs/clean-up.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { withBooks } from "../helpers/books.ts";
import { addTestMember } from "../helpers/browser.ts";
import { clientFor, rentBody, type Answer, type Client } from "../helpers/client.ts";
import { perFile } from "../helpers/fixtures.ts";
import { refusal, rent, send } from "../helpers/orders.ts";
import { addSource, stock } from "../helpers/stock.ts";

// Limits hold for an account and for an address group, whatever the key and whichever process is asked.

const app = perFile(async () =>
  withBooks(
    await startTestApp({
      TRUSTED_PROXIES: "loopback",
      MAX_OPEN_ORDERS: "4",
      RENTS_PER_OPEN_ORDER: "2",
      ADDRESS_FACTOR: "2",
      TRIES_PER_POOL: "3",
    }),
  ),
);
const other = perFile(() => app.sibling());
const source = perFile(async () => {
  await stock(app, 300);
  return addSource(app);
});

let hosts = 0;
/** An address that no other test uses. */
const newAddress = (): string => `198.51.100.${++hosts}`;
const from = (address: string): Record<string, string> => ({ "x-forwarded-for": address });

const rentFrom = (client: Client, address: string): Promise<Answer> =>
  client.post("/rent", rentBody(), from(address));

/** The three keys of one account: two live ones, at two processes, and a third made for it. */
async function threeKeys(): Promise<{ accountId: number; clients: Client[] }> {
  const { accountId, liveKey } = await app.account(100_000_00);
  const [wallet] = await app.db.rows<{ id: number }>(
    `select id from wallets where account_id = $1 and mode = 'live'`,
    [accountId],
  );
  const make = (): Promise<string> =>
    app.db.transaction(async (tx) => {
      const shop = { id: wallet?.id ?? 0, mode: "live" as const };
      return (await createKey(tx, shop, { ...usualKey, actor: "test" }, app.clock.now())).key;
    });
  return {
    accountId,
    clients: [clientFor(app, liveKey), clientFor(other, await make()), clientFor(app, await make())],
  };
}

const header = (answer: Answer, name: string): string => answer.headers.get(name) ?? "";
const cancelAll = async (client: Client, answers: Answer[]): Promise<void> => {
  for (const { status, body } of answers)
    if (status === 200) {
      const { order_id } = body.data as { order_id: string };
      assert.equal((await client.post("/cancel", { order_id })).status, 200);
    }
};

test("three keys of an account, at two processes, have its open orders and its rents a minute together", async (t) => {
  app.clock.advance(61);
  app.clock.stop(t);
  const { clients } = await threeKeys();
  const address = newAddress();
  const round = async (): Promise<Answer[]> =>
    (
      await Promise.all(clients.map((client) => Promise.all([1, 2].map(() => rentFrom(client, address)))))
    ).flat();

  const first = await round();
  assert.equal(first.filter(({ status }) => status === 200).length, 4);
  for (const answer of first.filter(({ status }) => status !== 200)) {
    assert.deepEqual(refusal(answer), [429, "too_many_open_orders"]);
    assert.match(header(answer, "ratelimit"), /^"open-orders";r=0, "rents";r=4;t=60$/);
    assert.match(header(answer, "ratelimit-policy"), /^"open-orders";q=4, "rents";q=8;w=60$/);
  }
  await cancelAll(clients[0] as Client, first);

  const forgive = async (): Promise<void> => {
    await app.db.rows(`update wallets set fruitless = 0`);
    await app.db.rows(`delete from pool_tries`);
  };
  await forgive(); // What cancelling leads to is tested below.
  const second = await round();
  assert.equal(second.filter(({ status }) => status === 200).length, 4);
  await cancelAll(clients[0] as Client, second);
  await forgive();
  const third = await rentFrom(clients[1] as Client, newAddress());
  assert.deepEqual(refusal(third), [429, "rate_limited"]);
  assert.match(third.body.message ?? "", /An account may rent 8 times a minute, with all keys together/);
  assert.equal(third.headers.get("retry-after"), "60");
  app.clock.advance(59);
  assert.equal((await rentFrom(clients[2] as Client, newAddress())).headers.get("retry-after"), "1");
  app.clock.advance(1);
  const again = await rentFrom(clients[2] as Client, newAddress());
  assert.equal(again.status, 200, again.text);
  assert.equal(header(again, "ratelimit"), '"open-orders";r=3, "rents";r=7;t=60');
  await cancelAll(clients[0] as Client, [again]);
});

test("several accounts at one address share what the address gets; IPv6 counts by /64; others are as they were", async (t) => {
  app.clock.stop(t);
  const accounts = [await threeKeys(), await threeKeys(), await threeKeys()];
  const clients = accounts.map(({ clients: own }) => own[0] as Client);
  const hostsOf = ["2001:db8:0:7::1", "2001:db8:0:7:ffff::2", "2001:db8:0:7::3"];
  // Twice the four open orders of an account.
  const results: Answer[] = [];
  for (const [place, client] of clients.entries())
    for (let n = 0; n < 4; n++) results.push(await rentFrom(client, hostsOf[place] as string));
  assert.deepEqual(
    results.map(({ status }) => status),
    [200, 200, 200, 200, 200, 200, 200, 200, 429, 429, 429, 429],
  );
  const refused = results.at(-1) as Answer;
  assert.deepEqual(refusal(refused), [429, "too_many_open_orders"]);
  assert.match(
    refused.body.message ?? "",
    /^8 orders that were rented from your address, over all accounts, are already waiting for a code/,
  );
  assert.equal(header(refused, "ratelimit"), '"open-orders";r=0, "rents";r=8;t=60');
  const elsewhere = await rentFrom(clients[2] as Client, "2001:db8:0:8::1");
  assert.equal(elsewhere.status, 200, "another /64");
  await cancelAll(clients[2] as Client, [elsewhere]);

  const [group] = await app.db.rows(
    `select open_orders as open, fruitless from address_groups where network = '2001:db8:0:7::/64'`,
  );
  assert.deepEqual(group, { open: 8, fruitless: 0 });
  await cancelAll(clients[0] as Client, results.slice(0, 4));
  const [left] = await app.db.rows(
    `select open_orders as open, fruitless from address_groups where network = '2001:db8:0:7::/64'`,
  );
  assert.deepEqual(left, { open: 4, fruitless: 4 });
  const kept = await app.db.rows(
    `select network from orders where closed_at is not null and network is not null`,
  );
  assert.deepEqual(kept, [], "an order that ended forgets where it was rented");
  await cancelAll(clients[1] as Client, results.slice(4, 8));
});

test("an order counts for its address until its first message, which counts for the day when it came", async (t) => {
  app.clock.advanceTo("23:58");
  app.clock.stop(t);
  const address = newAddress();
  const clients = [await threeKeys(), await threeKeys(), await threeKeys()].map(
    ({ clients: [own] }) => own as Client,
  );
  const [first, second, third] = clients as [Client, Client, Client];
  const answers: Answer[] = [];
  for (const client of [first, second])
    for (let n = 0; n < 4; n++) answers.push(await rentFrom(client, address));
  assert.equal((await rentFrom(third, address)).status, 429);
  const orders = answers.map(({ body }) => body.data as { order_id: string; number: string });
  const receive = async ({ number }: { number: string }, text: string): Promise<void> => {
    const sent = await source.send({ to: number, from: "WhatsApp", text, id: `${number} ${text}` });
    assert.equal(sent.status, 200);
  };
  const [one, two] = orders as [(typeof orders)[0], (typeof orders)[0]];
  await receive(one, "Your WhatsApp code is 123-456");
  await receive(one, "Your WhatsApp code is 123-457");
  await receive(two, "Your WhatsApp code is 123-458");
  const group = (): Promise<unknown[]> =>
    app.db.rows(
      `select open_orders as open, codes, fruitless, outcomes_day = $2::date as today from address_groups where network = $1`,
      [address, app.clock.now().toISOString().slice(0, 10)],
    );
  assert.deepEqual(await group(), [{ open: 6, codes: 2, fruitless: 0, today: true }]);
  const kept = `select count(network)::int as n from orders where number = any($1::text[]) and closed_at is null`;
  assert.deepEqual(
    await app.db.rows(kept, [[one.number, two.number]]),
    [{ n: 0 }],
    "it is forgotten with it",
  );
  assert.equal((await rentFrom(third, address)).status, 200, "two are left, as for the accounts");

  app.clock.advance(180);
  assert.equal((await first.post("/finish", { order_id: one.order_id })).status, 200);
  assert.deepEqual(await group(), [{ open: 7, codes: 2, fruitless: 0, today: false }], "not again");
  await cancelAll(second, answers.slice(4, 5));
  assert.deepEqual(await group(), [{ open: 6, codes: 0, fruitless: 1, today: true }]);

  // Whoever closes orders that have their message waits for no address group, even if an old process left one there.
  await app.db.rows(`update orders set network = $2 where number = $1 and closed_at is null`, [
    two.number,
    address,
  ]);
  const lock = new pg.Client({ connectionString: app.connectionString });
  t.after(() => lock.end());
  await lock.connect();
  await lock.query(`begin`);
  await lock.query(`select from address_groups where network = $1 for update`, [address]);
  assert.equal((await first.post("/finish", { order_id: two.order_id })).status, 200);
  await lock.query(`rollback`);
  assert.deepEqual(await group(), [{ open: 6, codes: 0, fruitless: 1, today: true }]);
});

test("an account that cancels nearly everything is slowed, and is told why; a code makes up for it", async (t) => {
  app.clock.advanceTo("12:00");
  app.clock.stop(t);
  await app.db.rows(`delete from pool_tries`);
  const { accountId, clients } = await threeKeys();
  const client = clients[0] as Client;
  const address = newAddress();
  for (let n = 0; n < 3; n++) {
    await app.db.rows(`delete from pool_tries`); // The limit of a pool is tested elsewhere.
    await cancelAll(client, [await rentFrom(client, address)]);
  }
  await app.db.rows(`delete from pool_tries`);
  const refused = await rentFrom(client, newAddress());
  assert.deepEqual(refusal(refused), [429, "too_few_codes"]);
  assert.match(
    refused.body.message ?? "",
    /^Only 0 of your 3 orders that ended today got a code\. Below 10 % one order a minute/,
  );
  assert.deepEqual([refused.body["codes"], refused.body["orders"], refused.body["retry_after"]], [0, 3, 60]);
  assert.equal(header(refused, "ratelimit"), '"open-orders";r=4, "rents";r=0;t=60');

  const owner = await (await addTestMember(app, accountId, "owner")).signIn();
  const shown = (await owner.get("limits")).body.data as Limits;
  assert.deepEqual(
    [shown.slowed, shown.codes_today, shown.ended_today, shown.rents_per_minute, shown.rents_left],
    [true, 0, 3, 1, 0],
  );
  app.clock.advance(60);
  const one = await rentFrom(client, newAddress());
  assert.equal(one.status, 200, "slowed, not shut out");
  assert.deepEqual(refusal(await rentFrom(client, newAddress())), [429, "too_few_codes"]);
  // The address has twice the allowance, and is slowed as well when it is used up, to twice as many rents.
  await app.db.rows(
    `update address_groups set fruitless = 6, rents = 1, rents_since = $2 where network = $1`,
    [address, app.clock.now()],
  );
  const stranger = (await threeKeys()).clients[0] as Client;
  assert.equal((await rentFrom(stranger, address)).status, 200, "the second rent of the minute from there");
  assert.match(
    (await rentFrom(stranger, address)).body.message ?? "",
    /^Only 0 of the 6 orders from your address that ended today got a code\. Below 10 % 2 orders a minute are allowed/,
  );
  app.clock.advance(86_400);
  assert.equal((await rentFrom(client, newAddress())).status, 200, "another day");
});

test("rules at their edges", () => {
  const at = new Date("2026-11-27T12:00:00Z");
  const renting = (over: Partial<Renting>): Renting => ({
    openOrders: 0,
    rentsSince: at,
    rents: 0,
    outcomesDay: "2026-11-27",
    codes: 0,
    fruitless: 0,
    ...over,
  });
  const limits = { openOrders: 2, rentsPerMinute: 3, fruitless: 9, leastCodesPercent: 10, slowedRents: 1 };
  const codeOf = (over: Partial<Renting>): string | undefined =>
    refuseRent(renting(over), limits, "account", at)?.code;
  const cases: [Partial<Renting>, string | undefined][] = [
    [{ openOrders: 1 }, undefined],
    [{ openOrders: 2 }, "too_many_open_orders"],
    [{ rents: 2 }, undefined],
    [{ rents: 3 }, "rate_limited"],
    [{ fruitless: 8, rents: 1 }, undefined],
    [{ fruitless: 9, rents: 0 }, undefined],
    [{ fruitless: 9, rents: 1 }, "too_few_codes"],
    [{ fruitless: 9, codes: 1, rents: 1 }, undefined],
    [{ fruitless: 10, codes: 1, rents: 1 }, "too_few_codes"],
  ];
  for (const [over, code] of cases) assert.equal(codeOf(over), code, JSON.stringify(over));
  assert.equal(isSlowed({ codes: 0, fruitless: 1000 }, { fruitless: 0, leastCodesPercent: 10 }), false);
  const minuteAgo = new Date(at.getTime() - 60_000);
  const justBefore = new Date(at.getTime() - 59_999);
  assert.equal(current(renting({ rents: 3, rentsSince: minuteAgo }), at).rents, 0);
  assert.equal(current(renting({ rents: 3, rentsSince: justBefore }), at).rents, 3);
  assert.equal(current(renting({ fruitless: 3, outcomesDay: "2026-11-26" }), at).fruitless, 0);
  assert.deepEqual(rentsLeft(renting({ openOrders: 3, rents: 1 }), { ...limits, rentsPerMinute: 0 }, at), {
    openOrders: { most: 2, left: 0 },
    rents: null,
  });
});

async function calls(t: TestContext, settings: Record<string, string>): Promise<TestApp[]> {
  const one = await startTestApp({ TRUSTED_PROXIES: "loopback", ...settings });
  t.after(() => one.close());
  return [one, await one.sibling()];
}

test("requests are counted over all processes, by account and by address", async (t) => {
  const both = await calls(t, { RATE_LIMIT: "1", ADDRESS_FACTOR: "2" });
  const [one] = both as [TestApp, TestApp];
  one.clock.stop(t);
  const keys = [await one.account(), await one.account(), await one.account()].map(({ liveKey }) => liveKey);
  const address = newAddress();
  const ask = (process: number, key: number, where: string): Promise<Answer> =>
    clientFor(both[process] as TestApp, keys[key] as string)("/user", { headers: from(where) });
  const asked: number[] = [];
  for (let n = 0; n < 11; n++) asked.push((await ask(n % 2, 0, address)).status);
  assert.deepEqual(asked, [...Array<number>(10).fill(200), 429]);
  assert.equal((await ask(0, 0, address)).status, 429);
  for (let n = 0; n < 10; n++)
    assert.equal((await ask(n % 2, 1, address)).status, 200, "refused calls cost nothing");
  for (let n = 0; n < 4; n++)
    assert.equal((await ask(n % 2, 2, address)).status, 429, "the address has had its twenty");
  for (let n = 0; n < 10; n++)
    assert.equal((await ask(n % 2, 2, newAddress())).status, 200, "the account has not");
  one.clock.advance(10);
  assert.equal((await ask(0, 2, address)).status, 200);
  one.clock.advance(11);
  await cleanUp({
    ...one,
    messageRetentionDays: 30,
    eventRetentionDays: 7,
    evidenceRetentionDays: 90,
    caseRetentionDays: 7,
  });
  const [kept] = await one.db.rows<{ n: number }>(`select count(*)::int as n from limit_counts`);
  assert.equal(kept?.n, 0, "counts that ended are forgotten, and the addresses with them");
});

test("of a large limit processes take shares, and never allow more than all of it", async (t) => {
  const both = await calls(t, { RATE_LIMIT: "50", ADDRESS_FACTOR: "0" });
  const [one, two] = both as [TestApp, TestApp];
  one.clock.stop(t);
  const { liveKey } = await one.account();
  const clients = [clientFor(one, liveKey), clientFor(two, liveKey)];
  let allowed = 0;
  for (let round = 0; round < 13; round++) {
    const answers = await Promise.all(
      clients.flatMap((client) => Array.from({ length: 20 }, () => client.get("/user"))),
    );
    allowed += answers.filter(({ status }) => status === 200).length;
  }
  assert.equal(allowed, 500, "520 were asked for");
  const [count] = await one.db.rows(
    `select used, most from limit_counts where subject like 'account % calls'`,
  );
  assert.deepEqual(count, { used: 500, most: 500 });
});

test("keys that are refused are counted by address over all processes", async (t) => {
  const both = await calls(t, { LOG_LEVEL: "silent" });
  (both[0] as TestApp).clock.stop(t);
  const wrong = `zap_live_${"x".repeat(30)}`;
  const address = newAddress();
  const statuses: number[] = [];
  for (let n = 0; n < 122; n++)
    statuses.push(
      (await clientFor(both[n % 2] as TestApp, wrong)("/user", { headers: from(address) })).status,
    );
  assert.deepEqual([...new Set(statuses.slice(0, 120))], [401]);
  assert.deepEqual(statuses.slice(120), [429, 429]);
});

test("an order of the sandbox takes so many messages, an account so many a day, an address more", async (t) => {
  const both = await calls(t, {
    SANDBOX_LIMIT: "1000",
    SANDBOX_ORDER_MESSAGES: "3",
    SANDBOX_MESSAGES_A_DAY: "5",
    ADDRESS_FACTOR: "2",
  });
  const [one] = both as [TestApp, TestApp];
  one.clock.stop(t);
  const { accountId, testKey } = await one.account();
  const clients = both.map((process) => clientFor(process, testKey)) as [Client, Client];
  const address = newAddress();
  const write = (
    order: { number: string },
    place: number,
    client = clients[place % 2] as Client,
  ): Promise<Answer> =>
    client.post("/sandbox/sms", { to: order.number, text: `Code ${1000 + place}` }, from(address));
  const [first, second] = [await rent(clients[0]), await rent(clients[1])];
  for (let n = 0; n < 3; n++) assert.equal((await write(first, n)).status, 200);
  const full = await write(first, 3);
  assert.deepEqual(refusal(full), [429, "rate_limited"]);
  assert.match(full.body.message ?? "", /A sandbox order takes 3 messages/);
  for (let n = 4; n < 6; n++) assert.equal((await write(second, n)).status, 200);
  const day = await write(second, 6);
  assert.deepEqual(refusal(day), [429, "rate_limited"]);
  assert.match(day.body.message ?? "", /5 messages of an account in a day/);
  assert.match(header(day, "ratelimit"), /"sandbox-messages";r=0;t=86400/);
  for (let n = 7; n < 10; n++)
    assert.match((await write(second, n)).body.message ?? "", /in a day/, "it has cost the order none");
  const stranger = clientFor(one, (await one.account()).testKey);
  const third = await rent(stranger);
  assert.equal((await write(third, 7, stranger)).status, 200);
  await send(stranger, third, "from this machine itself: no address group");

  const owner = await (await addTestMember(one, accountId, "owner")).signIn();
  const shown = (await owner.get("limits", { mode: "test" })).body.data as Limits;
  assert.deepEqual(shown.sandbox, { ten_minutes: 1000, order_messages: 3, day_messages: 5 });
  one.clock.advance(86_400);
  assert.equal((await write(second, 8)).status, 200, "another day");
});
