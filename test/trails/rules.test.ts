import assert from "node:assert/strict";
import { test } from "node:test";
import { updateCatalog } from "../../src/domain/orders/update-catalog.ts";
import { fulfil } from "../../src/domain/orders/fulfil.ts";
import { openOrderCode, sealOrderCode } from "../../src/domain/orders/sealed-code.ts";
import type { OrderOnNumber } from "../../src/domain/orders/on-number/queries.ts";
import { lockOrdersOn } from "../../src/domain/orders/on-number/sql.ts";
import { credit } from "../../src/domain/wallet/credit.ts";
import { Refusal } from "../../src/kit/errors.ts";
import { expireDue } from "../../src/domain/orders/expire.ts";
import type { OrderRules } from "../../src/domain/orders/order.ts";
import { createPool } from "../../src/domain/pools/create-pool.ts";
import { findFaults } from "../../src/domain/books/queries.ts";
import { cleanUp } from "../../src/jobs/clean-up.ts";
import { secondsAfter } from "../../src/kit/clock.ts";
import { startTestApp } from "../helpers/app.ts";
import { withBooks } from "../helpers/books.ts";
import { clientFor, rentBody } from "../helpers/client.ts";
import { perFile } from "../helpers/fixtures.ts";
import { balanceOf, refusal, rent, sms } from "../helpers/orders.ts";
import type { Rented } from "#api-answers/orders.ts";
import { addSource, stock } from "../helpers/stock.ts";
import { until } from "../helpers/until.ts";
import { newRenter } from "../helpers/whose.ts";

// The rules that protect renters and their money, at their limits: just before, at, and just after.

const [hour, day] = [3600, 86_400];
const reuseSeconds = 2 * hour;
const price = 450;

const orderRules: OrderRules = {
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
  triesPerPool: 0,
  quarantineSeconds: 180 * day,
  reuseSeconds,
  wholeRestSeconds: 45 * day,
  supplierSeconds: 10,
};

const settings = { MAX_OPEN_ORDERS: "1000", REUSE_SECONDS: String(reuseSeconds) };
const app = perFile(async () => withBooks(await startTestApp(settings)));
const source = perFile(() => addSource(app));
const alice = perFile(() => newRenter(app));
const bob = perFile(() => newRenter(app));

let made = 0;

/** A pool with only one number, so that whoever rents there gets it. */
async function onlyNumber(
  lateMessages: "free" | "charge" | "withhold" = "free",
): Promise<{ pool: string; number: string }> {
  const offer = { provider: "global", priceMinor: price * 100, lateMessages, actor: "test" } as const;
  const { id } = await createPool(app, { name: `Rules ${++made}`, ...offer });
  const [number] = await stock(app, 1, { poolId: id, first: 15557000000 + made });
  return { pool: String(id), number: number as string };
}

const whatsapp = "Your WhatsApp code: 123-456";

/** Delivers a message to a number; returns its outcome. */
async function arrive(
  number: string,
  { text = whatsapp, from = "32665" } = {},
): Promise<{ state: string; reason: string | null }> {
  const id = `rules ${++made}`;
  assert.equal((await source.send({ id, to: number, from, text: `${text} (${made})` })).status, 200);
  const [row] = await app.db.rows<{ state: string; reason: string | null }>(
    `select state, reason from messages where source_id = $1 and source_key = $2`,
    [source.id, id],
  );
  return row as { state: string; reason: string | null };
}

const eventsOf = (order: Rented): Promise<{ type: string }[]> =>
  app.db.rows(`select type from events where order_id = $1 order by seq`, [Number(order.order_id)]);
const postingsOf = async (order: Rented): Promise<string[]> =>
  (
    await app.db.rows<{ kind: string }>(`select kind from postings where order_id = $1 order by seq`, [
      Number(order.order_id),
    ])
  ).map(({ kind }) => kind);

test("a cancellation: refused until the lock ends, possible from that very moment on", async (t) => {
  const locked = await startTestApp({ CANCEL_LOCK_SECONDS: "120" }, app);
  t.after(() => locked.close());
  await stock(app, 2);
  const client = clientFor(locked, alice.client.key);
  app.clock.stop(t);
  const order = await rent(client);
  const cancel = { order_id: order.order_id };
  app.clock.advance(119.999);
  assert.deepEqual(refusal(await client.post("/cancel", cancel)), [409, "cancel_too_early"]);
  app.clock.advance(0.001);
  assert.equal((await client.post("/cancel", cancel)).status, 200);
});

test("a late message reaches its order for 24 hours after its end, however long before that it was rented", async (t) => {
  app.clock.stop(t);
  const { pool, number } = await onlyNumber();
  const order = await alice.rent("whatsapp", { pool });
  app.clock.advance(1200);
  await until(
    () => sms(alice.client, order),
    ({ status }) => status === "EXPIRED",
  );
  app.clock.advance(24 * hour - 0.001);
  assert.equal((await arrive(number)).state, "late");
  app.clock.advance(0.001);
  assert.deepEqual(await arrive(number), { state: "unmatched", reason: "no_order" });
  assert.equal((await alice.sees(order)).length, 1, "what came too late is nobody's");
});

test("late policies: what each shows, tells and charges", async () => {
  const cases = [
    { policy: "free", state: "late", shown: 1, told: 1, charged: 0 },
    { policy: "charge", state: "late", shown: 1, told: 1, charged: price },
    { policy: "withhold", state: "withheld", shown: 0, told: 0, charged: 0 },
  ] as const;
  for (const { policy, state, shown, told, charged } of cases) {
    const { pool, number } = await onlyNumber(policy);
    const order = await alice.rent("whatsapp", { pool });
    await alice.end(order, "cancel");
    const before = await balanceOf(alice.client);
    assert.deepEqual(await arrive(number), { state, reason: null }, policy);
    assert.equal((await alice.sees(order)).length, shown, policy);
    const events = (await eventsOf(order)).filter(({ type }) => type === "order.received");
    assert.equal(events.length, told, policy);
    const after = await balanceOf(alice.client);
    assert.deepEqual([before.balance - after.balance, after.held], [charged, before.held], policy);
    assert.equal((await arrive(number)).state, state, "the second one");
    assert.equal((await alice.sees(order)).length, shown * 2, policy);
    assert.deepEqual(await balanceOf(alice.client), after, `${policy}: charged once`);
  }
});

test("a late message that cannot be paid is shown all the same; one of an order that got its code is free", async () => {
  const poor = await app.account(price * 100);
  const client = clientFor(app, poor.liveKey);
  const { pool, number } = await onlyNumber("charge");
  const order = await rent(client, { pool });
  await client.post("/cancel", { order_id: order.order_id });
  const next = await onlyNumber();
  await rent(client, { pool: next.pool });
  assert.equal((await arrive(number)).state, "late");
  assert.equal((await sms(client, order)).messages.length, 1);
  assert.deepEqual(await postingsOf(order), ["hold", "release"]);

  const paid = await onlyNumber("charge");
  const got = await alice.rent("whatsapp", { pool: paid.pool });
  assert.equal((await arrive(paid.number)).state, "delivered");
  await alice.end(got, "finish");
  assert.equal((await arrive(paid.number)).state, "late");
  assert.deepEqual(await postingsOf(got), ["hold", "capture"]);
});

test("what was kept back leaves the number to others: nobody saw it", async () => {
  for (const [policy, isFree] of [
    ["free", false],
    ["withhold", true],
  ] as const) {
    const { pool, number } = await onlyNumber(policy);
    await alice.end(await alice.rent("whatsapp", { pool }), "cancel");
    await arrive(number);
    app.clock.advance(day + 1);
    if (isFree) await bob.end(await bob.rent("whatsapp", { pool }), "cancel");
    else assert.deepEqual(await bob.refused("whatsapp", { pool }), [409, "no_numbers"]);
  }
});

test("a number rests after an order: for its family, or for everything where the order had all of it", async (t) => {
  // Without quarantine, which would keep the number back longer than its rest.
  const settings = {
    REUSE_SECONDS: String(reuseSeconds),
    QUARANTINE_DAYS: "0",
    WHOLE_NUMBER_REST_DAYS: "45",
  };
  const brief = await startTestApp(settings, app);
  t.after(() => brief.close());
  const renter = await newRenter(brief);
  app.clock.stop(t);
  for (const [service, how, seconds] of [
    ["whatsapp", "cancel", reuseSeconds],
    ["whatsapp", "finish", reuseSeconds],
    ["other", "cancel", reuseSeconds],
    ["other", "finish", 45 * day],
  ] as const) {
    const { pool, number } = await onlyNumber();
    const order = await renter.rent(service, { pool });
    if (how === "finish") assert.equal((await arrive(number)).state, "delivered");
    await renter.end(order, how);
    app.clock.advance(seconds - 0.001);
    assert.deepEqual(await renter.refused(service, { pool }), [409, "no_numbers"], `${service}, ${how}`);
    app.clock.advance(0.001);
    await renter.end(await renter.rent(service, { pool }), "cancel");
  }
});

test("whom a message is for is read from its sender as well", async () => {
  const { pool, number } = await onlyNumber();
  const order = await alice.rent("whatsapp", { pool });
  const text = "Your code is 482910";
  assert.deepEqual(await arrive(number, { text, from: "Telegram" }), {
    state: "unmatched",
    reason: "other_service",
  });
  assert.equal((await arrive(number, { text, from: "WhatsApp" })).state, "delivered");
  assert.equal((await alice.sees(order)).length, 1);
});

test("why nobody gets a message: a restricted service, and two renters it could be for", async () => {
  const { pool, number } = await onlyNumber();
  await alice.rent("whatsapp", { pool });
  const paypal = { text: "PayPal: your security code is 482910", from: "PayPal" };
  assert.deepEqual(await arrive(number, paypal), { state: "unmatched", reason: "restricted_service" });
  await bob.rent("telegram", { pool });
  assert.deepEqual(await arrive(number, { text: "Your code is 482910" }), {
    state: "unmatched",
    reason: "several_orders",
  });
});

test("a repeat is answered for a day, and frees its key after that", async (t) => {
  app.clock.stop(t);
  await stock(app, 5, { first: 15557100000 });
  const ask = async (): Promise<string> => {
    const answer = await alice.client.post("/rent", rentBody(), { "idempotency-key": "a-day" });
    assert.equal(answer.status, 200, answer.text);
    return (answer.body.data as Rented).order_id;
  };
  const rules = {
    ...app,
    messageRetentionDays: 30,
    eventRetentionDays: 30,
    evidenceRetentionDays: 90,
    caseRetentionDays: 30,
  };
  const first = await ask();
  for (const seconds of [day - 0.001, 0.001]) {
    app.clock.advance(seconds);
    await cleanUp(rules);
    assert.equal(await ask(), first);
  }
  app.clock.advance(0.001);
  await cleanUp(rules);
  assert.notEqual(await ask(), first);
});

test("a start renames services as the catalogue says, and leaves what the operator allowed or restricted", async () => {
  const restrictedOf = (): Promise<unknown[]> =>
    app.db.rows(
      `select slug, name, restricted from services where slug in ('whatsapp', 'paypal') order by slug`,
    );
  const before = await restrictedOf();
  assert.deepEqual(
    before.map((row) => (row as { restricted: boolean }).restricted),
    [true, false],
  );
  await app.db.rows(
    `update services set name = 'Another', restricted = not restricted where slug in ('whatsapp', 'paypal')`,
  );
  await updateCatalog(app);
  assert.deepEqual(
    await restrictedOf(),
    before.map((row) => ({ ...(row as object), restricted: !(row as { restricted: boolean }).restricted })),
  );
  await app.db.rows(`update services set restricted = not restricted where slug in ('whatsapp', 'paypal')`);
});

test("more orders than one transaction takes end in one go", async (t) => {
  app.clock.stop(t);
  const client = clientFor(app, (await app.account(1_000_000_000)).liveKey);
  const offer = { provider: "global", priceMinor: 100, lateMessages: "free", actor: "test" } as const;
  const { id } = await createPool(app, { name: `Rules ${++made}`, ...offer });
  await stock(app, 201, { poolId: id, first: 15557300000 });
  const orders = await Promise.all(Array.from({ length: 201 }, () => rent(client, { pool: String(id) })));
  assert.equal(new Set(orders.map(({ number }) => number)).size, 201);
  // Their window ends at once, but not by a clock that the jobs use.
  const later = { now: () => secondsAfter(app.clock.now(), 1200) };
  const just = { now: () => secondsAfter(app.clock.now(), 1199.999) };
  await expireDue({ db: app.db, clock: just, rules: orderRules }); // Orders that other tests have left open.
  assert.equal(await expireDue({ db: app.db, clock: later, rules: orderRules }), 201);
});

/** What the audit reports about the books as `wrong` changes them; they are restored afterwards. */
async function faultsWhen(wrong: string, params: unknown[]): Promise<string[]> {
  const undo = new Error("undo");
  let faults: string[] = [];
  await app.db
    .transaction(async (tx) => {
      await tx.rows(`alter table postings disable trigger user`);
      await tx.rows(wrong, params);
      faults = await findFaults(tx);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return faults;
}

test("the audit of the books sees a hold, capture or release that is missing, of another amount or of another wallet", async () => {
  await stock(app, 5, { first: 15557200000 });
  const cancelled = await rent(alice.client);
  await alice.end(cancelled, "cancel");
  const { pool, number } = await onlyNumber();
  const finished = await alice.rent("whatsapp", { pool });
  await arrive(number);
  await alice.end(finished, "finish");
  const open = await rent(alice.client);
  const parts: [order: Rented, kind: string, state: string][] = [
    [cancelled, "hold", "(CANCELLED): held 0 times, captured 0 times, released 1 times"],
    [cancelled, "release", "(CANCELLED): held 1 times, captured 0 times, released 0 times"],
    [finished, "hold", "(FINISHED): held 0 times, captured 1 times, released 0 times"],
    [finished, "capture", "(FINISHED): held 1 times, captured 0 times, released 0 times"],
    [open, "hold", "(PENDING): held 0 times, captured 0 times, released 0 times"],
  ];
  for (const [order, kind, state] of parts) {
    const id = Number(order.order_id);
    const missing = await faultsWhen(`delete from postings where order_id = $1 and kind = $2`, [id, kind]);
    assert.ok(missing.includes(`order ${id} ${state}`), `${kind}: ${missing.join("; ")}`);
    const another = `order ${id}: a posting of another amount or wallet than the order's`;
    for (const change of ["amount_minor = amount_minor + 1", "wallet_id = wallet_id + 1, seq = 900000"]) {
      const faults = await faultsWhen(`update postings set ${change} where order_id = $1 and kind = $2`, [
        id,
        kind,
      ]);
      assert.ok(faults.includes(another), `${kind}, ${change}: ${faults.join("; ")}`);
    }
  }
  const twice = await faultsWhen(
    `update wallets set spendable_minor = spendable_minor + 1, funding_minor = funding_minor - 1 where account_id = $1 and mode = 'live'`,
    [alice.accountId],
  );
  assert.equal(twice.length, 1);
  assert.match(twice[0] ?? "", /^wallet \d+: balances are not the sums of its postings$/);
  for (const column of ["posting_seq", "order_seq", "open_holds"]) {
    const [fault] = await faultsWhen(
      `update wallets set ${column} = ${column} + 1 where account_id = $1 and mode = 'live'`,
      [alice.accountId],
    );
    assert.match(fault ?? "", /^wallet \d+: its counts of postings, orders or open holds are wrong$/, column);
  }
});

test("of several codes that come together the last one is the order's, whatever came after it without a code", async () => {
  const { pool, number } = await onlyNumber();
  const order = await alice.rent("whatsapp", { pool });
  const orderId = Number(order.order_id);
  const codes = ["111111", "222222", null];
  await app.db.transaction(async (tx) => {
    const [locked] = await lockOrdersOn(tx, [number], [], app.clock.now());
    const deliveries = codes.map((code, place) => ({
      order: locked as OrderOnNumber,
      messageId: 900_000_000 + place,
      codeSealed: code === null ? null : sealOrderCode(app.sealer, orderId, code),
    }));
    await fulfil(tx, { deliveries, late: [] }, app.clock.now());
  });
  const [row] = await app.db.rows<{ codeSealed: Buffer; count: number; status: string }>(
    `select code_sealed as "codeSealed", message_count as count, status from orders where order_id = $1`,
    [orderId],
  );
  const { codeSealed = null, count, status } = row ?? {};
  assert.deepEqual(
    [openOrderCode(app.sealer, { orderId, codeSealed }), count, status],
    ["222222", 3, "RECEIVED"],
  );
  assert.deepEqual(await postingsOf(order), ["hold", "capture"], "paid once");
  assert.deepEqual(
    (await eventsOf(order)).map(({ type }) => type),
    ["order.received", "order.received", "order.received"],
  );
});

test("no amount is booked that cannot be meant, into a wallet or out of it", async () => {
  const { accountId } = await app.account();
  const most = 100_000_000_000_00;
  const book = (amountMinor: number): Promise<unknown> =>
    credit(app, {
      accountId,
      mode: "test",
      amountMinor,
      reason: "test",
      reference: null,
      mayOwe: true,
      largeMinor: 0,
      confirmedMinor: null,
      idempotency: null,
      actor: "test",
    });
  for (const amountMinor of [most + 1, -most - 1])
    await assert.rejects(
      book(amountMinor),
      (error) => error instanceof Refusal && error.details["field"] === "amount",
    );
  await book(most);
  await book(-most);
});

test("120 wrong keys a minute from one address; the next is told to wait, and good keys are not", async () => {
  const ask = async (key: string, from: string): Promise<number> =>
    (
      await fetch(`${behindProxy.url}/account/api/v1/user`, {
        headers: { authorization: `Bearer ${key}`, "x-forwarded-for": from },
      })
    ).status;
  const behindProxy = await startTestApp({ TRUSTED_PROXIES: "127.0.0.1", LOG_LEVEL: "silent" }, app);
  try {
    const wrong = await Promise.all(Array.from({ length: 120 }, () => ask("nonsense", "203.0.113.7")));
    assert.deepEqual(new Set(wrong), new Set([401]));
    assert.equal(await ask("nonsense", "203.0.113.7"), 429);
    assert.equal(await ask("nonsense", "203.0.113.8"), 401);
    assert.equal(await ask(alice.client.key, "203.0.113.7"), 200);
  } finally {
    await behindProxy.close();
  }
});
