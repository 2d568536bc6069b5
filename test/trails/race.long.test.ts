import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { createFirstOperator } from "../../src/domain/members/create-operator.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { clientFor, rentBody, type Client } from "../helpers/client.ts";
import { addSource, stock } from "../helpers/stock.ts";
import { expireDue } from "../../src/domain/orders/expire.ts";

let app: TestApp;
let sibling: TestApp;
let clients: Client[];
let sources: Awaited<ReturnType<typeof addSource>>[];
const rules = {
  activationSeconds: 1200,
  cancelLockSeconds: 0,
  maxOpenOrders: 20,
  maxMessages: 100,
  quarantineSeconds: 0,
  reuseSeconds: 0,
  supplierSeconds: 10,
  wholeRestSeconds: 0,
  triesPerPool: 0,
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
};

before(async () => {
  app = await startTestApp({
    REUSE_SECONDS: "0",
    QUARANTINE_DAYS: "0",
    TRIES_PER_POOL: "0",
    RENTS_PER_OPEN_ORDER: "0",
    LEAST_CODES_PERCENT: "0",
    TIER_SPEND_A_DAY: "none=0 email=0 verified=0 business=0",
  });
  sibling = await app.sibling();
  await stock(app, 30);
  const { liveKey } = await app.account(1_000_000_000);
  clients = [clientFor(app, liveKey), clientFor(sibling, liveKey)];
  sources = [await addSource(app), await addSource(sibling)];
});
after(async () => {
  await sibling.close();
  await app.close();
});

type Deed = { what: "cancel" | "expire" | "message" | "finish"; process: 0 | 1; afterMs: number };
const deed = (what: Deed["what"]): fc.Arbitrary<Deed> =>
  fc.record({
    what: fc.constant(what),
    process: fc.constantFrom(0, 1),
    afterMs: fc.integer({ min: 0, max: 3 }),
  });
/** Cancel, expiry and message always; sometimes a repeat or a finish as well. */
const interleaving = fc.tuple(
  deed("cancel"),
  deed("expire"),
  deed("message"),
  fc.array(fc.oneof(deed("message"), deed("finish")), { maxLength: 2 }),
);

let messages = 0;

async function perform(
  { what, process: place, afterMs }: Deed,
  order: { order_id: string; number: string },
): Promise<void> {
  if (afterMs > 0) await sleep(afterMs);
  const client = clients[place] as Client;
  if (what === "cancel") await client.post("/cancel", { order_id: order.order_id });
  if (what === "finish") await client.post("/finish", { order_id: order.order_id });
  if (what === "expire") await expireDue({ db: (place ? sibling : app).db, clock: app.clock, rules });
  if (what === "message") {
    const id = `race ${++messages}`;
    const text = `WhatsApp code 123-456 (${id})`;
    await sources[place]?.send({ id, to: order.number, from: "WhatsApp", text });
  }
}

test("cancel, expiry and message in the same millisecond: captured or released, exactly one (1,000 interleavings)", async () => {
  const outcomes = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(interleaving, async ([cancel, expire, message, more]) => {
      const rented = await (clients[cancel.process] as Client).post("/rent", rentBody());
      assert.equal(rented.status, 200, rented.text);
      const order = rented.body.data as { order_id: string; number: string };
      await app.db.rows(`update orders set expires_at = $2 where order_id = $1`, [
        Number(order.order_id),
        app.clock.now(),
      ]);
      await Promise.all([cancel, expire, message, ...more].map((one) => perform(one, order)));

      const ends = await app.db.rows<{ kind: string }>(
        `select kind from postings where order_id = $1 and kind in ('capture', 'release')`,
        [Number(order.order_id)],
      );
      assert.equal(ends.length, 1, `the hold ended ${ends.length} times`);
      const [{ status } = { status: "" }] = await app.db.rows<{ status: string }>(
        `select status from orders where order_id = $1`,
        [Number(order.order_id)],
      );
      assert.ok(
        ends[0]?.kind === "capture"
          ? ["RECEIVED", "FINISHED"].includes(status)
          : ["CANCELLED", "EXPIRED"].includes(status),
        `${ends[0]?.kind} ${status}`,
      );
      outcomes.set(status, (outcomes.get(status) ?? 0) + 1);
    }),
    { numRuns: 1000, verbose: 1 }, // fast-check prints the seed with a failure
  );
  await assertBooks(app.db);
  assert.ok(
    outcomes.size >= 3,
    `the interleavings should end in different ways: ${JSON.stringify([...outcomes])}`,
  );
});

test("of two first starts at once one makes the operator, and the other goes on", async () => {
  const both = await Promise.all([createFirstOperator(app), createFirstOperator(sibling)]);
  assert.equal(both.filter((operator) => operator !== null).length, 1);
});
