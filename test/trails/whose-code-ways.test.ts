import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { wholeNumber } from "../../src/domain/catalog/catalog.ts";
import { recordUses, restNumbers } from "../../src/domain/numbers/uses/sql.ts";
import { insertPool } from "../../src/domain/pools/sql.ts";
import { createPool } from "../../src/domain/pools/create-pool.ts";
import { importNumbers } from "../../src/domain/numbers/import-numbers.ts";
import { retire } from "../../src/domain/numbers/retire.ts";
import type { Supplier } from "../../src/domain/suppliers/supplier.ts";
import { secondsAfter } from "../../src/kit/clock.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { addTestMember, type Browser } from "../helpers/browser.ts";
import { clientFor, rentBody } from "../helpers/client.ts";
import type { Rented } from "#api-answers/orders.ts";
import { addSource, stock } from "../helpers/stock.ts";
import { until } from "../helpers/until.ts";
import { arrive, newRenter, textsOf, type Renter } from "../helpers/whose.ts";

// Bob wants the accounts that Alice opened with codes on her numbers (whose-code.test.ts), and tries other ways:
// numbers of suppliers, numbers that the operator moves or writes differently, two processes, assignment by hand.

const day = 86_400;

/** Gives the number that a test names, whatever it was used for here. */
const supplierOf = (name: string): Supplier & { number: string; released: string[] } => ({
  name,
  number: "",
  released: [],
  async acquire({ orderId }) {
    return { number: this.number, ref: `${name}-${orderId}` };
  },
  recover: async () => null,
  async release(_orderId, ref) {
    this.released.push(ref);
  },
  countStock: async () => new Map(),
});
const [peerOne, peerTwo] = [supplierOf("peer-one"), supplierOf("peer-two")];

let app: TestApp;
let sibling: TestApp;
let source: Awaited<ReturnType<typeof addSource>>;
/** Days pass here, and sessions end. */
let operator: () => Promise<Browser>;
let alice: Renter;
let bob: Renter;
const pools: Record<string, string> = {};

before(async () => {
  const settings = { MAX_OPEN_ORDERS: "1000", TRIES_PER_POOL: "0", LOG_LEVEL: "silent" };
  app = await startTestApp(settings, undefined, null, [peerOne, peerTwo]);
  sibling = await app.sibling();
  source = await addSource(app);
  operator = (await addTestMember(app, 0, "operator")).signIn;
  [alice, bob] = [await newRenter(app), await newRenter(app)];
  const offer = {
    mode: "live",
    provider: "usa",
    lateMessages: "free",
    costMinor: 0,
    priceMinor: 100,
  } as const;
  for (const { name } of [peerOne, peerTwo])
    pools[name] = String(
      await app.db.transaction((tx) => insertPool(tx, { ...offer, name, supplier: name }, app.clock.now())),
    );
});
after(async () => {
  await assertBooks(app.db);
  await app.close();
});

let made = 0;
const newPool = async (): Promise<string> => {
  const input = { provider: "global", lateMessages: "free", priceMinor: 100, actor: "test" } as const;
  return String((await createPool(app, { ...input, name: `Pool ${++made}` })).id);
};
async function onlyNumber(): Promise<{ pool: string; number: string }> {
  const pool = await newPool();
  const [number = ""] = await stock(app, 1, { poolId: Number(pool), first: 15552000000 + made });
  return { pool, number };
}

/** Alice gets a code on the number and finishes; her late messages no longer count. */
async function use(
  number: string,
  service: "whatsapp" | "telegram",
  over: Record<string, unknown>,
): Promise<Rented> {
  const order = await alice.rent(service, over);
  assert.equal(await arrive(app, source, number, service), null);
  assert.deepEqual(await alice.sees(order), [textsOf[service]]);
  await alice.end(order, "finish");
  app.clock.advance(day);
  return order;
}

const noNumbers = [409, "no_numbers"];

test("a supplier's number: our own history of it counts, whichever supplier gives it again", async () => {
  const usa = (peer: Supplier): Record<string, string> => ({
    provider: "usa",
    pool: pools[peer.name] as string,
  });
  [peerOne.number, peerTwo.number] = ["13105550001", "13105550001"];
  await use(peerOne.number, "whatsapp", usa(peerOne));

  for (const peer of [peerOne, peerTwo])
    for (const service of peer === peerOne ? ["whatsapp"] : ["instagram", "other"]) {
      const before = peer.released.length;
      assert.deepEqual(
        (await bob.refused(service, usa(peer)))[1],
        "supplier_unavailable",
        `${peer.name} ${service}`,
      );
      await until(
        async () => peer.released.length,
        (released) => released === before + 1, // The supplier gets its number back.
      );
    }
  const order = await bob.rent("telegram", usa(peerTwo));
  assert.equal(order.number, peerTwo.number);
  for (const text of ["whatsapp", "instagram", "meta"] as const)
    assert.equal(await arrive(app, source, order.number, text), "earlier_renter", text);
  assert.deepEqual(await bob.sees(order), []);
  assert.equal(await arrive(app, source, order.number, "telegram"), null);
  assert.deepEqual(await bob.sees(order), [textsOf.telegram], "his own he gets");
});

test("a number of ours that a supplier gives as well, and the other way round", async () => {
  const { pool, number } = await onlyNumber();
  await use(number, "telegram", { pool });
  peerOne.number = number;
  const usa = { provider: "usa", pool: pools[peerOne.name] };
  assert.equal((await bob.refused("telegram", usa))[1], "supplier_unavailable");

  peerOne.number = "13105550002";
  await use(peerOne.number, "telegram", usa);
  const own = await newPool();
  await stock(app, 1, { poolId: Number(own), first: Number(peerOne.number) });
  assert.deepEqual(await bob.refused("telegram", { pool: own }), noNumbers);
  const order = await bob.rent("whatsapp", { pool: own });
  assert.equal(await arrive(app, source, order.number, "telegram"), "earlier_renter");
});

/** Imports one number; returns the reason if it is refused. */
async function bring(pool: string, number: string): Promise<string | null> {
  const lines = [{ line: 2, number, country: "", areaCode: "", lineType: "" }];
  const input = { poolId: Number(pool), lines, dryRun: false, strict: false, actor: "test" };
  for await (const { added, duplicates, rejected } of importNumbers(app, input))
    if (added === 0) return [...duplicates, ...rejected][0]?.reason ?? "";
  return null;
}

test("a number that is moved, retired and imported again keeps what is known of it", async () => {
  const { pool, number } = await onlyNumber();
  await use(number, "whatsapp", { pool });
  const target = await newPool();
  assert.match((await bring(target, number)) ?? "", /is in pool \d+ already/);
  await retire(app, { number, reason: null, actor: "test" });
  assert.deepEqual(await bob.refused("telegram", { pool }), noNumbers);
  assert.equal(await bring(target, number), "was retired");
  // However it comes to another pool, or back.
  await app.db.rows(`update numbers set pool_id = $2, retired_at = null where number = $1`, [
    number,
    Number(target),
  ]);
  for (const service of ["whatsapp", "instagram", "other"])
    assert.deepEqual(await bob.refused(service, { pool: target }), noNumbers, service);
  const order = await bob.rent("telegram", { pool: target });
  assert.equal(await arrive(app, source, number, "whatsapp"), "earlier_renter");
  assert.deepEqual(await bob.sees(order), []);
});

for (const [country, short, long] of [
  ["MX", "525541230001", "5215541230001"],
  ["AR", "541141230001", "5491141230001"],
] as const)
  test(`${country}: the two ways to write a number are one number`, async () => {
    for (const [place, [ours, other]] of [
      [short, long],
      [long, short],
    ].entries()) {
      const [stored, written] = [ours, other].map((digits) => String(Number(digits) + place)) as [
        string,
        string,
      ];
      const pool = await newPool();
      await stock(app, 1, { poolId: Number(pool), first: Number(stored), country });
      const target = await newPool();
      for (const form of [stored, written])
        assert.match((await bring(target, form)) ?? "", new RegExp(`is in pool ${pool} already`));
      await use(written, "telegram", { pool, country });
      assert.deepEqual(await bob.refused("telegram", { pool, country }), noNumbers);

      // Two rows for it, from before both were known to be one.
      await app.db.rows(
        `insert into numbers (number, pool_id, country, created_at) values ($1, $2, $3, $4)`,
        [written, Number(target), country, app.clock.now()],
      );
      assert.deepEqual(await bob.refused("telegram", { pool: target, country }), noNumbers);
      const order = await bob.rent("whatsapp", { pool: target, country });
      assert.deepEqual(
        await alice.refused("whatsapp", { pool, country }),
        noNumbers,
        "it is open in the other form",
      );
      for (const to of [stored, written]) {
        assert.equal(await arrive(app, source, to, "telegram"), "earlier_renter");
        app.clock.advance(61);
      }
      assert.deepEqual(await bob.sees(order), []);
      assert.equal(await arrive(app, source, stored, "whatsapp"), null);
      assert.deepEqual(await bob.sees(order), [textsOf.whatsapp]);
      for (const q of [stored, written]) {
        const found: { order_id: string }[] = (await bob.client.get("/orders", { q })).body.data;
        assert.deepEqual(
          found.map(({ order_id: id }) => id),
          [order.order_id],
          `${q} finds it`,
        );
      }
      const browser = await operator();
      const list = await browser.get(`operator/numbers?q=${stored}`);
      const [{ id }] = list.body.data as [{ id: number }];
      const { data } = (await browser.get(`operator/numbers/${id}`)).body as {
        data: { orders: unknown[]; messages: unknown[]; number: { last_message_at: string | null } };
      };
      assert.deepEqual(
        [data.orders.length, data.messages.length],
        [2, 4],
        "the operator sees all of its history",
      );
      assert.ok(data.number.last_message_at);
    }
  });

test("two imports at once add one number in one form", async () => {
  const target = [await newPool(), await newPool()];
  for (let n = 0; n < 5; n++) {
    const forms = [`5255499900${10 + n}`, `52155499900${10 + n}`];
    const reasons = await Promise.all(forms.map((number, place) => bring(target[place] as string, number)));
    assert.equal(reasons.filter((reason) => reason === null).length, 1, reasons.join(" | "));
  }
});

test("two processes, a rent and a message for the earlier renter in the same instant: never both (40 races)", async () => {
  const behind = clientFor(sibling, bob.client.key);
  const seen = { message: 0, rent: 0 };
  const usa = { provider: "usa", pool: pools[peerTwo.name] };
  for (let race = 0; race < 40; race++) {
    const isSupplied = race % 4 === 3;
    const only = isSupplied ? { pool: "", number: String(13106660000 + race) } : await onlyNumber();
    peerTwo.number = only.number;
    const over = isSupplied ? usa : { pool: only.pool };
    const hers = await alice.rent("whatsapp", over);
    await alice.end(hers, "cancel");
    app.clock.advance(601);
    const service = race % 2 ? "instagram" : "other";
    const [reason, rented] = await Promise.all([
      arrive(app, source, only.number, "whatsapp"),
      behind.post("/rent", rentBody({ service, ...over })),
    ]);
    const [herTexts, isHis] = [await alice.sees(hers), rented.status === 200];
    const hisTexts = isHis ? await bob.sees(rented.body.data as Rented) : [];
    const what = `race ${race}: ${reason}, ${rented.text}`;
    assert.ok(herTexts.length === 0 || !isHis, `Alice has an account, and Bob her number; ${what}`);
    assert.ok(herTexts.length === 0 || hisTexts.length === 0, `both see it; ${what}`);
    seen[herTexts.length > 0 ? "message" : "rent"]++;
    if (isHis) await bob.end(rented.body.data as Rented, hisTexts.length > 0 ? "finish" : "cancel");
  }
  // Which of them is first depends on the machine; alternating, both orders of events were seen.
  assert.equal(seen.message + seen.rent, 40);
});

test("nothing that Bob can ask for shows what is Alice's: orders, events, exports, repeats, the sandbox", async () => {
  const { pool, number } = await onlyNumber();
  const key = { "idempotency-key": `alice-${number}` };
  const body = rentBody({ service: "whatsapp", pool });
  const rented = await alice.client.post("/rent", body, key);
  const order = rented.body.data as Rented;
  await arrive(app, source, number, "whatsapp");
  assert.deepEqual(await alice.sees(order), [textsOf.whatsapp]);

  const { testKey } = await app.account();
  const asked = await Promise.all([
    bob.client.get("/orders", { q: number }),
    bob.client.get("/orders", { q: order.order_id }),
    bob.client.get("/orders", { format: "csv" }),
    bob.client.get("/sms", { order_id: order.order_id, wait: "1" }),
    bob.client.get("/events", { order_id: order.order_id }),
    bob.client.post("/rent", body, key),
    bob.client.post("/resend", { order_id: order.order_id }),
    clientFor(app, testKey).post("/sandbox/sms", { to: number, text: "123456", from: "x" }),
    clientFor(app, testKey).get("/sms", { order_id: order.order_id }),
  ]);
  for (const { text } of asked.slice(0, 2)) assert.deepEqual(JSON.parse(text).data, []);
  assert.ok(!asked[2]?.text.includes(order.order_id));
  for (const [place, { status, text }] of asked.slice(3).entries()) {
    assert.ok(status >= 400, `${place}: ${text}`);
    assert.ok(!text.includes("123-456") && !text.includes(number), `${place}: ${text}`);
  }
  await alice.end(order, "finish");
});

test("the operator's hand: what could open Alice's account is not Bob's, whatever he says it is for", async () => {
  const { pool, number } = await onlyNumber();
  await use(number, "whatsapp", { pool });
  const order = await bob.rent("telegram", { pool });
  const browser = await operator();
  for (const text of ["whatsapp", "instagram", "meta"] as const) {
    assert.equal(await arrive(app, source, number, text), "earlier_renter");
    const list = await browser.get(`operator/messages?q=${number}`);
    const [{ id }] = list.body.data as [{ id: number }];
    assert.deepEqual((await browser.get(`operator/messages/${id}/candidates`)).body.data, []);
    const given = await browser.post(`operator/messages/${id}/assign`, { order_id: order.order_id });
    assert.equal(given.body.code, "message_not_assignable", text);
    app.clock.advance(61);
  }
  assert.deepEqual(await bob.sees(order), []);
});

test("a short code that comes to mean another service lends nobody the family of the one it meant", async () => {
  const { pool, number } = await onlyNumber();
  await use(number, "whatsapp", { pool });
  await app.db.rows(
    `update service_aliases set service_id = (select id from services where slug = 'telegram') where alias = 'wa'`,
  );
  const order = await bob.rent("wa", { pool });
  assert.equal(await arrive(app, source, number, "whatsapp"), "earlier_renter");
  assert.deepEqual(await bob.sees(order), []);
  await app.db.rows(
    `update service_aliases set service_id = (select id from services where slug = 'whatsapp') where alias = 'wa'`,
  );
});

test("an order of the whole number that comes to nothing takes nothing from the rest that one before it asked for", async () => {
  const [at, number] = [app.clock.now(), "15553000001"];
  const rest = async (seconds: number, isKept: boolean): Promise<number> => {
    const [row] = await app.db.transaction(async (tx) => {
      await restNumbers(tx, [{ number, familyId: wholeNumber, until: secondsAfter(at, seconds), isKept }]);
      return tx.rows<{ until: Date }>(`select rests_until as until from number_uses where number = $1`, [
        number,
      ]);
    });
    return ((row?.until.getTime() ?? 0) - at.getTime()) / 1000;
  };
  const use = (seconds: number): Promise<void> =>
    app.db.transaction((tx) => {
      const restsUntil = secondsAfter(at, seconds);
      return recordUses(tx, [{ number, familyId: wholeNumber, accountId: alice.accountId, restsUntil }], at);
    });
  await use(600);
  assert.equal(await rest(60, false), 600, "a message asks for it");
  assert.equal(await rest(3600, true), 3600, "and an order that got one");
  await app.db.rows(`update number_uses set rests_until = 'infinity' where number = $1`, [number]); // It is open again.
  assert.equal(await rest(60, false), 3600);
  assert.equal(await rest(7200, false), 7200, "longer is longer");
  assert.equal(await rest(60, false), 3600);
});
