import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { listServices } from "../../src/domain/catalog/queries.ts";
import { assign } from "../../src/domain/messages/assign.ts";
import { listUnmatched } from "../../src/domain/messages/list-unmatched.ts";
import type { WholeSms } from "../../src/domain/messages/hand-over.ts";
import { receiveAll, type ReceiveAllDeps } from "../../src/domain/messages/receive-all.ts";
import { createServiceRecognizer } from "../../src/domain/messages/service.ts";
import { createLog } from "../../src/kit/log.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { oneNumber } from "../helpers/one-number.ts";
import { openPartSource, type PartSource } from "../helpers/parts.ts";
import { openStream } from "../helpers/stream.ts";
import { until } from "../helpers/until.ts";
import { newRenter, type Renter } from "../helpers/whose.ts";
import type { Rented } from "#api-answers/orders.ts";

// The beginning of a message was shown early, because its code was certain. What happens to the rest, whatever
// happened in between?

let app: TestApp;
let source: PartSource;
let alice: Renter;
let bob: Renter;

before(async () => {
  app = await startTestApp({ REUSE_SECONDS: "0", MAX_MESSAGES: "2", LOG_LEVEL: "silent" });
  source = await openPartSource(app);
  alice = await newRenter(app);
  bob = await newRenter(app);
});
after(() => app.close());

const first = "Your WhatsApp code is 123-456. ";

async function send(to: string, of: string, text: string, ref?: string): Promise<void> {
  const answer = await source.part({ to, of, text, ...(ref !== undefined && { ref }) });
  assert.equal(answer.status, 200, await answer.text());
}

/** The operator's unmatched messages on a number: each text with its reason. */
async function unmatchedOn(number: string): Promise<[string | null | undefined, string][]> {
  const looker = { sealer: app.sealer, actor: "test" };
  const rows = await listUnmatched(app, { limit: 100, looker });
  return rows.filter((row) => row.number === number).map(({ text, reason }) => [text, reason]);
}

interface Scene {
  /** Alice's order for WhatsApp, whose renter has read the beginning. */
  order: Rented;
  pool: string;
}

interface Case {
  what: string;
  /** Before the beginning arrives. */
  before?: (scene: Scene) => Promise<unknown>;
  /** Between the beginning and the rest. */
  between?: (scene: Scene) => Promise<unknown>;
  rest: string;
  /** Why the operator gets the whole message; null if Alice gets it. */
  reason: string | null;
}

const finish = ({ order }: Scene): Promise<void> => alice.end(order, "finish");
let bobs: Rented | undefined;
const bobRents = async (service: string, { pool }: Scene): Promise<void> => {
  bobs = await bob.rent(service, { pool });
};

const cases: Case[] = [
  { what: "nothing happened", rest: "Do not share it.", reason: null },
  { what: "the order was finished", between: finish, rest: "Do not share it.", reason: null },
  {
    what: "the order was finished, and another renter's is open there",
    before: (scene) => bobRents("telegram", scene),
    between: finish,
    rest: "Do not share it.",
    reason: null,
  },
  {
    what: "the rest names another renter's service",
    before: (scene) => bobRents("telegram", scene),
    rest: "It is for Telegram only.",
    reason: "several_orders",
  },
  {
    what: "the order was finished, and the rest names an open order of another",
    before: (scene) => bobRents("telegram", scene),
    between: finish,
    rest: "It is for Telegram only.",
    reason: "several_orders",
  },
  {
    what: "both orders were finished, and each is named",
    before: (scene) => bobRents("telegram", scene),
    between: async (scene) => {
      await bob.end(bobs as Rented, "cancel");
      await finish(scene);
    },
    rest: "It is for Telegram only.",
    reason: "several_orders",
  },
  {
    what: "the number was rented again for another service",
    between: async (scene) => {
      await finish(scene);
      await bobRents("telegram", scene);
    },
    rest: "It is for Telegram only.",
    reason: "before_rent",
  },
  {
    what: "the rest names a service that another account may have there",
    before: async (scene) => {
      await bobRents("telegram", scene);
      await send(scene.order.number, "1/2", "Telegram code: 54321. ", "9");
      await send(scene.order.number, "2/2", "Telegram.", "9");
      await bob.end(bobs as Rented, "finish");
    },
    rest: "It is for Telegram only.",
    reason: "earlier_renter",
  },
  {
    what: "the rest names a service that is not sold, and the order was finished",
    between: finish,
    rest: "It is not for PayPal.",
    reason: null,
  },
  {
    what: "the order takes no more messages",
    before: ({ order }) =>
      source.send(
        JSON.stringify({ to: order.number, from: "x", text: "WhatsApp code 999-888", id: "full" }),
        { "content-type": "application/json" },
      ),
    rest: "Do not share it.",
    reason: null,
  },
];

for (const { what, before: prepare, between, rest, reason } of cases)
  test(`${what}: ${reason === null ? "its renter has the whole" : `the operator has the whole (${reason})`}`, async () => {
    bobs = undefined;
    const { pool } = await oneNumber(app);
    const order = await alice.rent("whatsapp", { pool });
    const scene = { order, pool };
    await prepare?.(scene);
    await send(order.number, "1/2", first);
    assert.ok((await alice.sees(order)).includes(first), "the beginning was shown early");
    await between?.(scene);
    await send(order.number, "2/2", rest);
    app.clock.advance(91); // A part that does not fit is handed over alone.
    await until(
      () => app.db.rows(`select 1 from long_messages where due_at is not null`),
      (due) => due.length === 0,
    );
    const whole = `${first}${rest}`;
    const isApart = reason === "before_rent"; // Nothing fits: what the renter has is all of it.
    const kept = await unmatchedOn(order.number);
    assert.deepEqual(kept, reason === null ? [] : [[isApart ? rest : whole, reason]]);
    const seen = (await alice.sees(order)).filter((text) => text.startsWith(first));
    assert.deepEqual(seen, [reason === null ? whole : first]);
    if (bobs)
      assert.ok(
        (await bob.sees(bobs)).every((text) => !text.includes("123-456")),
        "nobody else's",
      );
    await assertBooks(app.db);
  });

const rules = { quarantineSeconds: 180 * 86_400, wholeRestSeconds: 45 * 86_400, maxMessages: 2 };

async function receiveDeps(): Promise<ReceiveAllDeps> {
  const recognize = createServiceRecognizer(await listServices(app.db));
  return {
    ...app,
    log: createLog("silent"),
    recognize,
    isNeverShown: () => false,
    rules,
    sandboxSourceId: 0,
  };
}

test("the whole that its renter does not get can be given to them by the operator's hand", async () => {
  const { pool } = await oneNumber(app);
  const order = await alice.rent("whatsapp", { pool });
  await bob.rent("telegram", { pool });
  await send(order.number, "1/2", first);
  await send(order.number, "2/2", "It is for Telegram only.");
  const [message] = await app.db.rows<{ id: number }>(
    `select id from messages where number = $1 and state = 'unmatched'`,
    [order.number],
  );
  const given = { messageId: message?.id ?? 0, orderId: Number(order.order_id), actor: "test" };
  assert.equal(await assign(await receiveDeps(), given), "delivered");
  assert.deepEqual(await alice.sees(order), [first, `${first}It is for Telegram only.`]);
  await assertBooks(app.db);
});

/** A message joined from parts, in the form in which it is stored. */
function gathered(key: string, order: Rented, parts: string[], beside: Rented[] = []): WholeSms {
  const isCutAfter = parts.length < 2;
  const text = parts.join("");
  return {
    sourceId: source.id,
    sourceKey: key,
    number: order.number,
    sender: "InfoSMS",
    text,
    joined: {
      total: 2,
      count: parts.length,
      runs: [{ text, isCutBefore: false, isCutAfter }],
      orderIds: new Set([order, ...beside].map(({ order_id: id }) => Number(id))),
      beganSince: app.clock.now(),
      isStray: false,
      isEarly: isCutAfter,
    },
  };
}

for (const [what, places] of [
  ["the beginning first", [0, 1]],
  ["the whole first", [1, 0]],
] as const)
  test(`the beginning and the whole of a message in one batch, ${what}: the whole is kept`, async () => {
    const { pool } = await oneNumber(app);
    const order = await alice.rent("whatsapp", { pool });
    const both = [
      gathered(`batch ${what}`, order, [first]),
      gathered(`batch ${what}`, order, [first, "Do not share it."]),
    ];
    const batch = places.map((place) => both[place] as WholeSms);
    const receipts = await receiveAll(await receiveDeps(), batch);
    assert.deepEqual(
      receipts,
      places.map((place) => ["part", "delivered"][place]),
    );
    assert.deepEqual(await alice.sees(order), [`${first}Do not share it.`]);
    await assertBooks(app.db);
  });

test("a beginning for which its order has no room waits for the rest, and the operator has it whole", async () => {
  const { pool } = await oneNumber(app);
  const order = await alice.rent("whatsapp", { pool });
  const deps = await receiveDeps();
  const full = { ...deps, rules: { ...rules, maxMessages: 0 } };
  assert.deepEqual(await receiveAll(full, [gathered("full", order, [first])]), ["part"]);
  const whole = gathered("full", order, [first, "Do not share it."]);
  assert.deepEqual(await receiveAll(full, [whole]), ["unmatched"]);
  assert.deepEqual(await unmatchedOn(order.number), [[`${first}Do not share it.`, "order_full"]]);
});

test("repeats in one batch take no room in an order", async () => {
  const { pool } = await oneNumber(app);
  const { number } = await alice.rent("whatsapp", { pool });
  const batch = ["1001", "1001", "1001", "1002"].map((code) => ({
    sourceId: source.id,
    sourceKey: `room ${code}`,
    number,
    sender: "InfoSMS",
    text: `Your WhatsApp code is ${code}.`,
  }));
  const receipts = await receiveAll(await receiveDeps(), batch);
  assert.deepEqual(receipts, ["delivered", "duplicate", "duplicate", "delivered"]);
});

test("handing over the whole again changes nothing, wherever it went", async () => {
  const { pool } = await oneNumber(app);
  const order = await alice.rent("whatsapp", { pool });
  const deps = await receiveDeps();
  const beside = [await bob.rent("telegram", { pool })];
  const rest = "It is for Telegram only.";
  await receiveAll(deps, [gathered("again", order, [first], beside)]);
  const whole = gathered("again", order, [first, rest], beside);
  for (const seconds of [0, 0, 120]) {
    app.clock.advance(seconds);
    await receiveAll(deps, [whole]);
    await receiveAll(deps, [gathered("again", order, [first], beside)]);
    assert.deepEqual(await unmatchedOn(order.number), [[`${first}${rest}`, "several_orders"]]);
    assert.deepEqual(await alice.sees(order), [first]);
  }
});

test("the rest that comes after the end of an order whose pool keeps late messages back is its renter's, and so is what it names", async () => {
  const { pool } = await oneNumber(app, { lateMessages: "withhold" });
  const order = await alice.rent("whatsapp", { pool });
  const stream = await openStream(app, alice.client);
  await send(order.number, "1/2", first);
  await alice.end(order, "finish");
  await send(order.number, "2/2", "It works for Telegram as well.");
  assert.deepEqual(await alice.sees(order), [`${first}It works for Telegram as well.`]);
  const events = (await stream.take(3)).map(({ event }) => event);
  assert.deepEqual(events, ["order.received", "order.finished", "order.updated"]);
  stream.close();
  const used = await app.db.rows<{ slug: string }>(
    `select s.slug from number_uses u join services s using (family_id) where u.number = $1 and s.slug in ('telegram', 'whatsapp') order by 1`,
    [order.number],
  );
  assert.deepEqual(used, [{ slug: "telegram" }, { slug: "whatsapp" }]);
});
