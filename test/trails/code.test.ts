import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { clientFor, rentBody, type Client } from "../helpers/client.ts";
import { addSource, stock } from "../helpers/stock.ts";
import { until } from "../helpers/until.ts";

let app: TestApp;
let source: Awaited<ReturnType<typeof addSource>>;
let alice: Client;
let bob: Client;

before(async () => {
  app = await startTestApp();
  source = await addSource(app);
  await stock(app, 20);
  alice = clientFor(app, (await app.account(500_000)).liveKey);
  bob = clientFor(app, (await app.account(500_000)).liveKey);
});
after(() => app.close());

const rent = async (
  client: Client,
  over: Record<string, unknown> = {},
): Promise<{ order_id: string; number: string; price: number }> => {
  const answer = await client.post("/rent", rentBody(over));
  assert.equal(answer.status, 200, answer.text);
  return answer.body.data;
};
const sms = async (
  client: Client,
  orderId: string,
  wait?: string,
): Promise<{ sms_code: string | null; status: string; messages: { text: string; late?: boolean }[] }> =>
  (await client.get("/sms", { order_id: orderId, ...(wait ? { wait } : {}) })).body.data;
const balance = async (client: Client): Promise<{ balance: number; held: number }> =>
  (await client.get("/user")).body.data;

test("a code: rented, held, delivered to who waits, captured", async () => {
  const before = await balance(alice);
  const order = await rent(alice);
  assert.match(order.number, /^1555\d+$/);
  assert.deepEqual(await balance(alice), {
    ...before,
    balance: before.balance - 450,
    held: before.held + 450,
  });
  assert.equal((await sms(alice, order.order_id)).status, "PENDING");

  const waiting = sms(alice, order.order_id, "30");
  const sent = await source.send({
    id: "m1",
    to: `+${order.number}`,
    from: "WhatsApp",
    text: "Your WhatsApp code: 123-456. Do not share it.",
  });
  assert.equal(sent.status, 200);
  const received = await waiting;
  assert.deepEqual(
    { status: received.status, code: received.sms_code },
    { status: "RECEIVED", code: "123-456" },
  );
  const { held } = await balance(alice);
  assert.equal(held, before.held);
  assert.equal((await bob.get("/sms", { order_id: order.order_id })).body.code, "order_not_found");

  assert.equal((await alice.post("/finish", { order_id: order.order_id })).status, 200);
  assert.equal((await sms(alice, order.order_id)).status, "RECEIVED");
  await assertBooks(app.db);
});

test("no code: expired, refunded to the kobo, and a late message costs nothing", async () => {
  const before = await balance(bob);
  const order = await rent(bob);
  app.clock.advance(1201);
  await until(
    () => sms(bob, order.order_id),
    ({ status }) => status === "EXPIRED",
  );
  assert.deepEqual(await balance(bob), before);

  await source.send({ id: "m2", to: order.number, from: "WhatsApp", text: "Your WhatsApp code: 222-333" });
  const late = await sms(bob, order.order_id);
  assert.equal(late.status, "EXPIRED");
  assert.equal(late.messages[0]?.late, true);
  assert.deepEqual(await balance(bob), before);
  await assertBooks(app.db);
});

test("two renters on one number for two services see only their own", async () => {
  const own = (await stock(app, 1, { first: 447700900000, country: "GB" }))[0] as string;
  const first = await rent(alice, { country: "GB", service: "whatsapp" });
  const second = await rent(bob, { country: "GB", service: "telegram" });
  assert.equal(first.number, own);
  assert.equal(second.number, own);
  await source.send({ id: "m3", to: own, from: "Telegram", text: "Telegram code 54321" });
  assert.equal((await sms(alice, first.order_id)).status, "PENDING");
  assert.equal((await sms(bob, second.order_id)).sms_code, "54321");
  await source.send({ id: "m4", to: own, from: "WhatsApp", text: "WhatsApp code 987-654" });
  assert.equal((await sms(alice, first.order_id)).sms_code, "987-654");
  assert.equal((await sms(bob, second.order_id)).messages.length, 1);
});

test("a message for another service is kept from the renter, with the reason for the operator", async () => {
  const order = await rent(alice);
  await source.send({ id: "m5", to: order.number, from: "Telegram", text: "Telegram code 11223" });
  assert.deepEqual((await sms(alice, order.order_id)).messages, []);
  const kept = await app.db.rows<{ reason: string }>(
    `select reason from messages where source_key = 'm5' and state = 'unmatched'`,
  );
  assert.deepEqual(kept, [{ reason: "other_service" }]);
});

test("the same webhook 50 times at once is stored and charged once", async () => {
  const order = await rent(alice);
  const message = { id: "m6", to: order.number, from: "WhatsApp", text: "WhatsApp code 445-566" };
  const answers = await Promise.all(Array.from({ length: 50 }, () => source.send(message)));
  assert.ok(answers.every((answer) => answer.status === 200));
  assert.equal((await sms(alice, order.order_id)).messages.length, 1);
  await assertBooks(app.db);
});

test("cancelled too early, then cancelled with its money back", async (t) => {
  const locked = await startTestApp({ CANCEL_LOCK_SECONDS: "120" }, app);
  t.after(() => locked.close());
  const client = clientFor(locked, alice.key);
  const before = await balance(client);
  const order = await rent(client);
  const early = await client.post("/cancel", { order_id: order.order_id });
  assert.equal(early.body.code, "cancel_too_early");
  assert.ok(early.body["cancellable_at"]);
  app.clock.advance(121);
  const done = await client.post("/cancel", { order_id: order.order_id });
  assert.equal(done.status, 200);
  assert.deepEqual(await balance(client), before);
  assert.equal(
    (await client.post("/cancel", { order_id: order.order_id })).body.code,
    "order_not_cancellable",
  );
});

test("a restricted service is neither listed nor rented until the operator allows it", async () => {
  const refused = await alice.post("/rent", rentBody({ service: "paypal" }));
  assert.deepEqual([refused.status, refused.body.code], [403, "service_restricted"]);
  const listed: { service_id: string }[] = (await alice.get("/services", { country: "US" })).body.data;
  assert.ok(listed.some((entry) => entry.service_id === "whatsapp"));
  assert.ok(!listed.some((entry) => entry.service_id === "paypal"));
});
