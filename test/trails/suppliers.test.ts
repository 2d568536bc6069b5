import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { insertPool } from "../../src/domain/pools/sql.ts";
import { settleAbandoned } from "../../src/domain/orders/settle.ts";
import type { ActivateDeps } from "../../src/domain/orders/activate.ts";
import { returnNumbers } from "../../src/domain/orders/returns/return-numbers.ts";
import {
  SupplierRefusal,
  type Acquired,
  type AcquireRequest,
  type Supplier,
} from "../../src/domain/suppliers/supplier.ts";
import { secondsAfter } from "../../src/kit/clock.ts";
import { createLog } from "../../src/kit/log.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { clientFor, rentBody, type Answer, type Client } from "../helpers/client.ts";

const never = new Promise<never>(() => {});

/** A supplier that does what a test says, and remembers what it gave and took back. */
function createPeer(name: string): Supplier & {
  /** What happens to the next requests; `null`: nothing special. */
  next: ((request: AcquireRequest) => Promise<Acquired>) | null;
  recovers: ((orderId: number) => Promise<Acquired | null>) | null;
  asked: AcquireRequest[];
  released: string[];
  give(orderId: number): Acquired;
} {
  let numbers = 13_000_000_000;
  const given = new Map<number, Acquired>();
  const peer = {
    name,
    next: null as ((request: AcquireRequest) => Promise<Acquired>) | null,
    recovers: null as ((orderId: number) => Promise<Acquired | null>) | null,
    asked: [] as AcquireRequest[],
    released: [] as string[],
    give(orderId: number): Acquired {
      const acquired = given.get(orderId) ?? { number: String(++numbers), ref: `${name}-${orderId}` };
      given.set(orderId, acquired);
      return acquired;
    },
    async acquire(request: AcquireRequest): Promise<Acquired> {
      peer.asked.push(request);
      return peer.next ? peer.next(request) : peer.give(request.orderId);
    },
    recover: async (orderId: number) =>
      peer.recovers ? peer.recovers(orderId) : (given.get(orderId) ?? null),
    async release(_orderId: number, ref: string) {
      peer.released.push(ref);
    },
    countStock: () => never,
  };
  return peer;
}

const first = createPeer("first");
const second = createPeer("second");
let app: TestApp;
let client: Client;
let deps: ActivateDeps;
let pools: { first: string; second: string };

before(async () => {
  app = await startTestApp(
    { SUPPLIER_SECONDS: "1", MAX_OPEN_ORDERS: "1000", TRUSTED_PROXIES: "loopback" },
    undefined,
    null,
    [first, second],
  );
  client = clientFor(app, (await app.account(100_000_000)).liveKey);
  const pool = { mode: "live", provider: "usa", lateMessages: "free", costMinor: 0 } as const;
  const make = async (name: string, priceMinor: number): Promise<string> => {
    const offer = { ...pool, name, supplier: name, priceMinor };
    return String(await app.db.transaction((tx) => insertPool(tx, offer, app.clock.now())));
  };
  pools = { first: await make("first", 10_000), second: await make("second", 20_000) };
  const rules = {
    activationSeconds: 1200,
    cancelLockSeconds: 0,
    maxOpenOrders: 1000,
    rentsPerOpenOrder: 0,
    addressFactor: 0,
    leastCodesPercent: 0,
    sanctioned: [],
    standing: {
      termsVersion: "2026-11",
      termsDays: 0,
      tierOpenOrders: { none: 0, email: 0, verified: 0, business: 0 },
      tierSpendMinor: { none: 0, email: 0, verified: 0, business: 0 },
      newAccountHours: 0,
    },
    maxMessages: 100,
    quarantineSeconds: 0,
    reuseSeconds: 600,
    supplierSeconds: 1,
    wholeRestSeconds: 0,
    triesPerPool: 0,
  };
  const suppliers = new Map([first, second].map((peer) => [peer.name, peer]));
  deps = { db: app.db, clock: app.clock, log: createLog("silent"), suppliers, rules };
});
beforeEach(async () => {
  await app.db.rows(`delete from supplier_returns`);
  for (const peer of [first, second])
    Object.assign(peer, { next: null, recovers: null, asked: [], released: [] });
});
after(async () => {
  await assertBooks(app.db);
  await app.close();
});

const rent = (over: Record<string, unknown> = {}, key?: string): Promise<Answer> =>
  client.post(
    "/rent",
    rentBody({ provider: "usa", ...over }),
    key === undefined ? {} : { "idempotency-key": key },
  );
const rented = (answer: Answer): { order_id: string; number: string; pool: string } => {
  assert.equal(answer.status, 200, answer.text);
  return answer.body.data;
};
const held = async (): Promise<number> =>
  ((await client.get("/user")).body.data as { held: number }).held * 100;
const statusOf = async (orderId: number): Promise<string | undefined> =>
  (await app.db.rows<{ status: string }>(`select status from orders where order_id = $1`, [orderId]))[0]
    ?.status;
/** Everything that is due is returned, as by the job. */
async function returnAll(): Promise<void> {
  await app.db.rows(`update supplier_returns set next_at = $1`, [app.clock.now()]);
  await returnNumbers(deps, 1);
}

test("a supplier that never answers is passed over in its time; what it took after all goes back", async () => {
  const before = await held();
  first.next = (request) => {
    first.give(request.orderId); // It took one, but we never hear of it.
    return never;
  };
  const order = rented(await rent());
  assert.equal(order.pool, pools.second);
  assert.equal((await held()) - before, 20_000, "the hold for the first is given back");
  const [asked] = first.asked;
  assert.equal(await statusOf(asked?.orderId ?? 0), "FAILED");
  await returnAll();
  assert.deepEqual(first.released, [`first-${asked?.orderId}`]);
  assert.deepEqual(await app.db.rows(`select * from supplier_returns`), []);
});

test("a supplier that took nothing is asked again and again, for our request may still reach it", async () => {
  first.next = async () => Promise.reject(new Error("broken"));
  const refused = await rent({ pool: pools.first });
  assert.deepEqual([refused.status, refused.body.code], [503, "supplier_unavailable"]);
  const orderId = first.asked[0]?.orderId ?? 0;
  const triesOf = async (): Promise<number | undefined> =>
    (
      await app.db.rows<{ tries: number }>(`select tries from supplier_returns where order_id = $1`, [
        orderId,
      ])
    )[0]?.tries;
  let tries = await triesOf();
  // The app's own job may take a turn in between, so what is written counts, not the calls here.
  for (; tries !== undefined && tries < 4; tries = await triesOf()) {
    await returnAll();
    app.clock.advance(3600); // A clock that jumps does not make it give up.
  }
  assert.ok(tries !== undefined, "given up after four tries or fewer");
  first.give(orderId);
  await returnAll();
  assert.deepEqual(first.released, [`first-${orderId}`]);
});

test("a supplier that knew of nothing six times is believed", async () => {
  first.next = async () => Promise.reject(new Error("broken"));
  await rent({ pool: pools.first });
  for (let tries = 1; tries <= 6; tries++) await returnAll();
  assert.deepEqual(await app.db.rows(`select * from supplier_returns`), []);
});

test("a supplier that surely took nothing is not asked again", async () => {
  first.next = async () => Promise.reject(new SupplierRefusal("no_numbers"));
  assert.equal((await rent({ pool: pools.first })).body.code, "no_numbers");
  assert.deepEqual(await app.db.rows(`select * from supplier_returns`), []);
});

test("a supplier that has none costs no rent of the minute: the next one is asked, also for a slowed account", async (t) => {
  app.clock.stop(t);
  const account = await app.account(100_000_000);
  const renter = clientFor(app, account.liveKey);
  const address = "198.51.100.7";
  const from = { "x-forwarded-for": address };
  const counted = async (): Promise<unknown> => {
    const [row] = await app.db.rows(
      `select w.rents as account, g.rents as address, g.open_orders as open, g.codes + g.fruitless as ended
       from wallets w, address_groups g where w.account_id = $1 and w.mode = 'live' and g.network = $2`,
      [account.accountId, address],
    );
    return row;
  };
  const refuses = async (): Promise<never> => Promise.reject(new SupplierRefusal("no_numbers"));
  Object.assign(first, { next: refuses });
  Object.assign(second, { next: refuses });
  const none = await renter.post("/rent", rentBody({ provider: "usa" }), from);
  assert.equal(none.body.code, "no_numbers");
  assert.equal([first, second].flatMap(({ asked }) => asked).length, 2);
  assert.deepEqual(await counted(), { account: 0, address: 0, open: 0, ended: 0 });
  assert.match(none.headers.get("ratelimit") ?? "", /"open-orders";r=1000, "rents";r=6000;t=60/);

  // It may rent once a minute.
  await app.db.rows(`update wallets set fruitless = 50, outcomes_day = $2::date where account_id = $1`, [
    account.accountId,
    app.clock.now().toISOString().slice(0, 10),
  ]);
  second.next = null;
  const answer = await renter.post("/rent", rentBody({ provider: "usa" }), from);
  assert.equal(answer.status, 200, answer.text);
  assert.equal(first.asked.length, 2);
  assert.deepEqual(await counted(), { account: 1, address: 1, open: 1, ended: 0 });

  // What failed in an earlier minute is no rent of this one.
  app.clock.advance(59);
  await app.db.rows(`update wallets set fruitless = 0 where account_id = $1`, [account.accountId]);
  let began = (): void => {};
  const asked = new Promise<void>((resolve) => (began = resolve));
  let refuse = (): void => {};
  second.next = () => {
    began();
    return new Promise((_, reject) => (refuse = () => reject(new SupplierRefusal("no_numbers"))));
  };
  const slow = renter.post("/rent", rentBody({ provider: "usa", pool: pools.second }), from);
  await asked;
  app.clock.advance(1);
  second.next = null;
  const next = await renter.post("/rent", rentBody({ provider: "usa", pool: pools.second }), from);
  assert.equal(next.status, 200, next.text);
  refuse();
  assert.equal((await slow).body.code, "no_numbers");
  assert.deepEqual(await counted(), { account: 1, address: 1, open: 2, ended: 0 });
});

const wrong: [string, (given: Acquired) => Acquired, Record<string, unknown>?][] = [
  ["letters", (given) => ({ ...given, number: "call me" })],
  ["too few digits", (given) => ({ ...given, number: "1234" })],
  ["another country", (given) => ({ ...given, number: "447911123456" })],
  ["another area code", (given) => given, { area_code: "212" }],
  ["an excluded beginning", (given) => given, { exclude_prefixes: ["13"] }],
  ["no reference", (given) => ({ ...given, ref: "" })],
  ["a window that is over", (given) => ({ ...given, expiresAt: secondsAfter(app.clock.now(), -1) })],
  ["no date", (given) => ({ ...given, expiresAt: new Date(NaN) })],
];
for (const [name, spoil, over] of wrong)
  test(`a number that cannot be right is nobody's and goes back: ${name}`, async () => {
    first.next = async ({ orderId }) => spoil(first.give(orderId));
    const answer = await rent({ pool: pools.first, ...over });
    assert.deepEqual([answer.status, answer.body.code], [503, "supplier_unavailable"]);
    const orderId = first.asked[0]?.orderId ?? 0;
    assert.equal(await statusOf(orderId), "FAILED");
    await returnAll();
    assert.deepEqual(first.released, [`first-${orderId}`]);
  });

test("a window longer than ours ends with ours", async () => {
  const tomorrow = secondsAfter(app.clock.now(), 86_400);
  first.next = async ({ orderId }) => ({ ...first.give(orderId), expiresAt: tomorrow });
  const { order_id: id } = rented(await rent({ pool: pools.first }));
  const [row] = await app.db.rows<{ seconds: number }>(
    `select extract(epoch from expires_at - created_at)::int as seconds from orders where order_id = $1`,
    [Number(id)],
  );
  assert.equal(row?.seconds, 1200);
});

test("the same number twice: the second renter gets none, and the first one's is not given back", async () => {
  const one = rented(await rent({ pool: pools.first }));
  const answerOfFirst = { number: one.number, ref: `first-${one.order_id}` };
  first.next = async () => answerOfFirst;
  assert.equal((await rent({ pool: pools.first })).body.code, "supplier_unavailable");
  assert.equal((await rent({ pool: pools.first, service: "telegram" })).body.code, "supplier_unavailable");
  first.next = async ({ orderId }) => ({ number: one.number, ref: `other-${orderId}` });
  assert.equal((await rent({ pool: pools.first })).body.code, "supplier_unavailable");
  await returnAll();
  assert.deepEqual(first.released, [`other-${first.asked.at(-1)?.orderId}`]);
  assert.equal(await statusOf(Number(one.order_id)), "PENDING");

  await client.post("/cancel", { order_id: one.order_id });
  first.next = async ({ orderId }) => ({ number: one.number, ref: `third-${orderId}` });
  const soon = await rent({ pool: pools.first });
  assert.equal(soon.body.code, "supplier_unavailable", "a late message would be the next renter's");
});

/** An order as a crash leaves it while it is being placed. */
async function abandon(orderId: number): Promise<void> {
  await app.db.rows(
    `delete from number_uses where number = (select number from orders where order_id = $1)`,
    [orderId],
  );
  await app.db.rows(
    `update orders set status = 'PLACING', number = null, supplier_ref = null, created_at = created_at - interval '61 seconds' where order_id = $1`,
    [orderId],
  );
}

test("a connection that breaks while a number is written down costs the renter a moment, not the number", async () => {
  let broken = 0;
  first.next = async ({ orderId }) => {
    // Whoever writes it waits for this lock, and loses the connection meanwhile.
    void app.db.transaction(async (tx) => {
      await tx.rows(`select 1 from orders where order_id = $1 for update`, [orderId]);
      while (broken === 0)
        broken = (
          await tx.rows(
            `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
          )
        ).length;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    return first.give(orderId);
  };
  const order = rented(await rent({ pool: pools.first }));
  assert.equal(broken, 1);
  assert.equal(await statusOf(Number(order.order_id)), "PENDING");
  await returnAll();
  assert.deepEqual(first.released, []);
});

test("two processes settle one abandoned order: it is activated once, and its number is not given back", async () => {
  const { order_id: id, number } = rented(await rent({ pool: pools.first }));
  await abandon(Number(id));
  let both = 0;
  first.recovers = async (orderId) => {
    for (both++; both < 2;) await new Promise((resolve) => setTimeout(resolve, 5)); // Neither is first.
    return first.give(orderId);
  };
  await Promise.all([settleAbandoned(deps), settleAbandoned(deps)]);
  const [order] = await app.db.rows(`select status, number from orders where order_id = $1`, [Number(id)]);
  assert.deepEqual(order, { status: "PENDING", number });
  await returnAll();
  assert.deepEqual(first.released, []);
});

test("what a supplier says it holds for an abandoned order is believed only where it can be right", async () => {
  for (const held of [
    { number: "4479460000", ref: "wrong-country" },
    { number: "1", ref: "too-short" },
    { number: "13009999999", ref: "over", expiresAt: new Date(0) },
  ]) {
    const { order_id: id } = rented(await rent({ pool: pools.first }));
    await abandon(Number(id));
    first.recovers = async () => held;
    await settleAbandoned(deps);
    assert.equal(await statusOf(Number(id)), "FAILED", held.ref);
  }
});

test("one supplier that never answers keeps no other's orders waiting, and none beyond its window", async () => {
  const [dead, alive] = [
    rented(await rent({ pool: pools.first })),
    rented(await rent({ pool: pools.second })),
  ];
  await abandon(Number(dead.order_id));
  await abandon(Number(alive.order_id));
  first.recovers = () => never;
  await settleAbandoned(deps);
  assert.equal(await statusOf(Number(alive.order_id)), "PENDING");
  assert.equal(await statusOf(Number(dead.order_id)), "PLACING");
  await app.db.rows(`update orders set expires_at = now() where order_id = $1`, [Number(dead.order_id)]);
  await settleAbandoned(deps);
  assert.equal(await statusOf(Number(dead.order_id)), "FAILED");
});

test("an order settled while its supplier still thinks: the renter gets that very order", async () => {
  first.next = async ({ orderId }) => {
    await app.db.rows(
      `update orders set created_at = created_at - interval '61 seconds' where order_id = $1`,
      [orderId],
    );
    first.give(orderId);
    await settleAbandoned(deps);
    return first.give(orderId);
  };
  const order = rented(await rent({ pool: pools.first }));
  assert.equal(await statusOf(Number(order.order_id)), "PENDING");
  await returnAll();
  assert.deepEqual(first.released, []);
});

test("a repeat waits for the first request, and both have one order", async () => {
  first.next = async ({ orderId }) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return first.give(orderId);
  };
  const [one, other] = await Promise.all([
    rent({ pool: pools.first }, "the-same"),
    rent({ pool: pools.first }, "the-same"),
  ]);
  assert.equal(rented(one).order_id, rented(other).order_id);
  assert.equal(first.asked.length, 1);
});

test("listings do not wait for a supplier that does not say what it has", async () => {
  const services = await client.get("/services", { country: "US", provider: "usa" });
  assert.equal(services.status, 200);
  const one = await client.get("/services", { country: "US", provider: "usa", service: "whatsapp" });
  assert.equal(one.status, 200);
});
