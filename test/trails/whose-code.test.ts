import assert from "node:assert/strict";
import { test } from "node:test";
import { createPool } from "../../src/domain/pools/create-pool.ts";
import { startTestApp } from "../helpers/app.ts";
import { withBooks } from "../helpers/books.ts";
import { perFile } from "../helpers/fixtures.ts";
import { addSource, stock } from "../helpers/stock.ts";
import { arrive, newRenter, textsOf, type Renter, type TextName } from "../helpers/whose.ts";

/** Bob has rented before, and wants what Alice has: the accounts that she opened with codes on her numbers. */
const app = perFile(async () => withBooks(await startTestApp({ MAX_OPEN_ORDERS: "1000" })));
const source = perFile(() => addSource(app));
const alice = perFile(() => newRenter(app));
const bob = perFile(() => newRenter(app));

const day = 86_400;

let pools = 0;

/** A pool with only one number, so that whoever rents in it gets it. */
async function onlyNumber(): Promise<{ pool: string; number: string }> {
  const { id } = await createPool(app, {
    name: `Only ${++pools}`,
    provider: "global",
    lateMessages: "free",
    priceMinor: 45_000,
    actor: "test",
  });
  const [number] = await stock(app, 1, { poolId: id, first: 15551000000 + pools });
  return { pool: String(id), number: number as string };
}

/** A number on which Alice got such messages, one order each, all of them over. */
async function usedBy(
  renter: Renter,
  ...orders: [service: string, text: TextName][]
): Promise<{ pool: string; number: string }> {
  const only = await onlyNumber();
  for (const [service, text] of orders) {
    const order = await renter.rent(service, { pool: only.pool });
    assert.equal(await arrive(app, source, only.number, text), null);
    assert.deepEqual(await renter.sees(order), [textsOf[text]]);
    await renter.end(order, "finish");
  }
  app.clock.advance(day); // Neither late messages nor the rest between two renters matter any more.
  return only;
}

const noNumbers = [409, "no_numbers"];

test("Alice has WhatsApp: nobody rents it there, nor any other service, nor a relative", async () => {
  const { pool } = await usedBy(alice, ["whatsapp", "whatsapp"]);
  for (const service of [
    "whatsapp",
    "wa",
    "other",
    "full",
    "ot",
    "whatsapp-business",
    "instagram",
    "facebook",
    "meta",
  ])
    assert.deepEqual(await bob.refused(service, { pool }), noNumbers, service);
  assert.deepEqual(
    await alice.refused("whatsapp", { pool }),
    noNumbers,
    "a number with an account is of no use to open one",
  );
});

test("Bob rents a stranger on Alice's number: her codes are not his, whatever they are about", async () => {
  const { pool, number } = await usedBy(alice, ["whatsapp", "whatsapp"], ["google", "google"]);
  const order = await bob.rent("telegram", { pool });
  for (const text of [
    "whatsapp",
    "whatsapp-business",
    "meta",
    "instagram",
    "google",
    "google-voice",
  ] as const)
    assert.equal(await arrive(app, source, number, text), "earlier_renter", text);
  assert.deepEqual(await bob.sees(order), []);
  assert.equal(await arrive(app, source, number, "telegram"), null);
  assert.deepEqual(await bob.sees(order), [textsOf.telegram], "his own he gets");
});

test("a code that was taken under any other service is its taker's: for that service, and the whole number rests", async () => {
  const { pool, number } = await usedBy(alice, ["other", "viber"]);
  for (const service of ["viber", "telegram", "other", "instagram"])
    assert.deepEqual(await bob.refused(service, { pool }), noNumbers, service);
  app.clock.advance(44 * day - 60);
  assert.deepEqual(await bob.refused("telegram", { pool }), noNumbers);
  app.clock.advance(120);
  const order = await bob.rent("telegram", { pool });
  for (const service of ["viber", "other"])
    assert.deepEqual(await bob.refused(service, { pool }), noNumbers, service);
  for (const text of ["viber", "unknown", "nameless"] as const)
    assert.equal(await arrive(app, source, number, text), "earlier_renter", text);
  assert.deepEqual(await bob.sees(order), []);
});

test("any other service has the number to itself while it is open, and is rented on none that is open", async () => {
  const { pool, number } = await onlyNumber();
  const whole = await bob.rent("other", { pool });
  assert.deepEqual(await alice.refused("telegram", { pool }), noNumbers);
  assert.deepEqual(await alice.refused("other", { pool }), noNumbers);
  assert.equal(await arrive(app, source, number, "discord"), null);
  assert.deepEqual(await bob.sees(whole), [textsOf.discord]);

  const other = await onlyNumber();
  await alice.rent("telegram", { pool: other.pool });
  assert.deepEqual(await bob.refused("other", { pool: other.pool }), noNumbers);
  await alice.rent("google", { pool: other.pool });
});

test("an order without a message leaves the number free after a short rest, also the whole of it", async () => {
  const { pool } = await onlyNumber();
  for (const service of ["other", "whatsapp", "other"]) {
    await alice.end(await alice.rent(service, { pool }), "cancel");
    assert.deepEqual(await bob.refused(service, { pool }), noNumbers);
    app.clock.advance(601);
  }
  await bob.end(await bob.rent("other", { pool }), "cancel");
});

test("what a message names counts beside what was rented", async () => {
  const { pool, number } = await onlyNumber();
  const order = await alice.rent("telegram", { pool });
  const both = "Telegram code: 12345. You asked for it from your Viber account.";
  await source.send({ id: "both", to: number, from: "Telegram", text: both });
  assert.deepEqual(await alice.sees(order), [both]);
  await alice.end(order, "finish");
  app.clock.advance(day);
  assert.deepEqual(await bob.refused("viber", { pool }), noNumbers);
  await bob.rent("google", { pool });
});

test("messages that name nobody are kept from who comes after one who got such a message", async () => {
  for (const text of ["nameless", "unknown"] as const) {
    const { pool, number } = await usedBy(alice, ["telegram", text]);
    const order = await bob.rent("google", { pool });
    for (const later of ["nameless", "unknown"] as const)
      assert.equal(await arrive(app, source, number, later), "earlier_renter");
    assert.deepEqual(await bob.sees(order), []);
    assert.equal(await arrive(app, source, number, "google"), null);
    assert.deepEqual(await bob.refused("other", { pool }), noNumbers);
  }
  const { pool, number } = await usedBy(alice, ["telegram", "telegram"]);
  const order = await bob.rent("google", { pool });
  assert.equal(await arrive(app, source, number, "nameless"), null);
  assert.deepEqual(await bob.sees(order), [textsOf.nameless], "Alice's were signed");
});

test("two renters at once: each gets what names them, and what names nobody is nobody's", async () => {
  const { pool, number } = await onlyNumber();
  const [hers, his] = [await alice.rent("whatsapp", { pool }), await bob.rent("telegram", { pool })];
  for (const service of ["instagram", "facebook", "other"])
    assert.deepEqual(await bob.refused(service, { pool }), noNumbers, service);
  assert.equal(await arrive(app, source, number, "nameless"), "several_orders");
  assert.equal(await arrive(app, source, number, "instagram"), "other_service");
  assert.equal(await arrive(app, source, number, "whatsapp"), null);
  assert.equal(await arrive(app, source, number, "telegram"), null);
  assert.deepEqual(await alice.sees(hers), [textsOf.whatsapp]);
  assert.deepEqual(await bob.sees(his), [textsOf.telegram]);
});

test("late messages: an order that was given up gets them until somebody else rents for its family", async () => {
  const { pool, number } = await onlyNumber();
  const given = await bob.rent("instagram", { pool });
  await bob.end(given, "cancel");
  app.clock.advance(601);
  const hers = await alice.rent("facebook", { pool });
  // Bob has the service send him one, on a number that is now Alice's: his code would be her loss.
  assert.equal(await arrive(app, source, number, "instagram"), "other_service");
  assert.deepEqual(await bob.sees(given), []);
  assert.equal(await arrive(app, source, number, "facebook"), null);
  await alice.end(hers, "finish");
  app.clock.advance(61); // Within a minute the same words would count as one SMS.
  assert.equal(await arrive(app, source, number, "instagram"), "no_order");
  assert.equal(await arrive(app, source, number, "meta"), null, "to hers, late");
  assert.deepEqual(await alice.sees(hers), [textsOf.facebook, textsOf.meta]);
  assert.deepEqual(await bob.sees(given), []);
});

test("a late message makes the number its reader's", async () => {
  const { pool, number } = await onlyNumber();
  const order = await alice.rent("telegram", { pool });
  await alice.end(order, "cancel");
  assert.equal(await arrive(app, source, number, "telegram"), null);
  assert.deepEqual(await alice.sees(order), [textsOf.telegram]);
  app.clock.advance(2 * day);
  assert.deepEqual(await bob.refused("telegram", { pool }), noNumbers);
  const any = await onlyNumber();
  const whole = await alice.rent("other", { pool: any.pool });
  await alice.end(whole, "cancel");
  assert.equal(await arrive(app, source, any.number, "viber"), null);
  app.clock.advance(2 * day);
  assert.deepEqual(await bob.refused("google", { pool: any.pool }), noNumbers, "the whole of it rests");
});

test("after half a year a number begins anew, to the day", async () => {
  const { pool, number } = await usedBy(alice, ["telegram", "telegram"]);
  app.clock.advance(179 * day - 60);
  assert.deepEqual(await bob.refused("telegram", { pool }), noNumbers);
  app.clock.advance(120);
  const order = await bob.rent("telegram", { pool });
  assert.equal(await arrive(app, source, number, "telegram"), null);
  assert.deepEqual(await bob.sees(order), [textsOf.telegram]);
});

test("a closed account's numbers are nobody else's, a new one's least of all", async () => {
  const leaving = await newRenter(app);
  const { pool } = await usedBy(leaving, ["telegram", "telegram"]);
  await app.db.rows(`update accounts set closed_at = now() where id = $1`, [leaving.accountId]);
  const again = await newRenter(app);
  assert.deepEqual(await again.refused("telegram", { pool }), noNumbers);
});

test("what is in stock is what can be rented", async () => {
  const { pool } = await usedBy(alice, ["whatsapp", "whatsapp"]);
  const counts = async (service: string): Promise<number | undefined> => {
    const { body } = await bob.client.get("/services", { country: "US", service });
    return (body.data as { pool: string; count: number }[]).find((row) => row.pool === pool)?.count;
  };
  const seen = Object.fromEntries(
    await Promise.all(
      ["whatsapp", "instagram", "telegram", "other"].map(async (service) => [service, await counts(service)]),
    ),
  );
  assert.deepEqual(seen, { whatsapp: 0, instagram: 0, telegram: 1, other: 0 });
  // The list of all services agrees with the pools of each.
  const { body } = await bob.client.get("/services", { country: "US" });
  const listed = new Map(
    (body.data as { service_id: string; count: number }[]).map((row) => [row.service_id, row.count]),
  );
  for (const service of ["whatsapp", "instagram", "telegram", "other", "viber", "google"]) {
    const { body: one } = await bob.client.get("/services", { country: "US", service });
    const sum = (one.data as { count: number }[]).reduce((total, row) => total + row.count, 0);
    assert.equal(listed.get(service), sum, service);
  }
});
