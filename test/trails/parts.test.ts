import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { clientFor, type Client } from "../helpers/client.ts";
import { oneNumber } from "../helpers/one-number.ts";
import { balanceOf, rent, sms } from "../helpers/orders.ts";
import type { Rented } from "#api-answers/orders.ts";
import { openPartSource, type PartSource, type SentPart } from "../helpers/parts.ts";
import { json } from "../helpers/source.ts";
import { stock } from "../helpers/stock.ts";
import { openStream } from "../helpers/stream.ts";
import { until } from "../helpers/until.ts";

let app: TestApp;
let source: PartSource;
let alice: Client;
let bob: Client;

before(async () => {
  app = await startTestApp({ REUSE_SECONDS: "0", QUARANTINE_DAYS: "0", LOG_LEVEL: "silent" });
  source = await openPartSource(app);
  await stock(app, 100);
  alice = clientFor(app, (await app.account(5_000_000)).liveKey);
  bob = clientFor(app, (await app.account(5_000_000)).liveKey);
});
after(() => app.close());

async function send(part: SentPart): Promise<void> {
  const answer = await source.part(part);
  assert.equal(answer.status, 200, await answer.text());
}
const textsOf = async (client: Client, order: Rented): Promise<(string | null)[]> =>
  (await sms(client, order)).messages.map(({ text }) => text);

const waiting = (to: string): Promise<{ n: number }[]> =>
  app.db.rows(`select count(*)::int as n from long_messages where number = $1 and due_at is not null`, [to]);

/** The time that parts wait for each other is over, and the job has run. */
async function waitOut(to: string): Promise<void> {
  app.clock.advance(91);
  await until(
    () => waiting(to),
    ([row]) => row?.n === 0,
  );
}

const unmatchedOn = (to: string): Promise<{ reason: string }[]> =>
  app.db.rows(`select reason from messages where number = $1 and state = 'unmatched' order by id`, [to]);

test("a part that comes again after the join, with the next renter's reference the same: nobody reads another's text", async () => {
  const { number: to, pool } = await oneNumber(app);
  const x = await rent(alice, { pool, service: "telegram" });
  await send({ to, of: "1/2", id: "x1", text: "Hello X, your Telegram code is 111222. " });
  await send({ to, of: "2/2", id: "x2", text: "It expires." });
  assert.deepEqual(await textsOf(alice, x), ["Hello X, your Telegram code is 111222. It expires."]);
  assert.equal((await alice.post("/finish", { order_id: x.order_id })).status, 200);
  await send({ to, of: "1/2", id: "x1", text: "Hello X, your Telegram code is 111222. " });
  const y = await rent(bob, { pool, service: "whatsapp" });
  await send({ to, of: "1/2", id: "x1 again", text: "Hello X, your Telegram code is 111222. " });
  await send({ to, of: "2/2", id: "y2", text: "Do not share it." });
  assert.deepEqual(await textsOf(bob, y), []);
  await send({ to, of: "1/2", id: "y1", text: "Your WhatsApp code is 999-888. " });
  assert.deepEqual(await textsOf(bob, y), ["Your WhatsApp code is 999-888. Do not share it."]);
  assert.equal((await sms(bob, y)).sms_code, "999-888");
  assert.deepEqual(await textsOf(alice, x), ["Hello X, your Telegram code is 111222. It expires."]);
  await assertBooks(app.db);
});

test("a part whose fellow was lost is not joined with the next renter's", async () => {
  const { number: to, pool } = await oneNumber(app);
  const x = await rent(alice, { pool, service: "telegram" });
  await send({ to, of: "2/2", text: "of Telegram, X, keep it secret." });
  assert.equal((await alice.post("/cancel", { order_id: x.order_id })).status, 200);
  const y = await rent(bob, { pool, service: "whatsapp" });
  const before = await balanceOf(bob);
  await send({ to, of: "1/2", text: "Your code is 999-888, " });
  await waitOut(to);
  assert.deepEqual(await textsOf(bob, y), [], "it may be the beginning of what X was sent");
  assert.deepEqual(await balanceOf(bob), before);
  assert.deepEqual(await textsOf(alice, x), ["of Telegram, X, keep it secret."], "late, to X alone");
  assert.deepEqual(await unmatchedOn(to), [{ reason: "before_rent" }]);
});

test("a part from before the rent is nobody's, even when nobody had rented the number", async () => {
  const { number: to, pool } = await oneNumber(app);
  await send({ to, of: "1/2", text: "Your WhatsApp code is 111-222. " });
  const y = await rent(bob, { pool });
  await send({ to, of: "2/2", text: "Do not share it." });
  await waitOut(to);
  assert.deepEqual(await textsOf(bob, y), []);
  assert.deepEqual(await unmatchedOn(to), [{ reason: "before_rent" }, { reason: "before_rent" }]);
});

test("the end of a message that may have begun before the rent is for the renter only where it names the service", async () => {
  const { number: to, pool } = await oneNumber(app);
  const y = await rent(bob, { pool });
  await send({ to, of: "2/2", ref: "1", text: "482913 is your code." });
  await send({ to, of: "2/2", ref: "2", text: "913-555 is your WhatsApp code." });
  await waitOut(to);
  assert.deepEqual(await textsOf(bob, y), ["913-555 is your WhatsApp code."]);
  await send({ to, of: "2/2", ref: "3", text: "Use 481-516 now." });
  await waitOut(to);
  assert.equal((await textsOf(bob, y)).length, 2, "by now its beginning came after the rent, or was lost");
});

test("a part that never comes: after the wait what is there is shown as incomplete, charged once, told once", async () => {
  const order = await rent(alice);
  const before = await balanceOf(alice);
  const stream = await openStream(app, alice);
  await send({ to: order.number, of: "1/3", text: "This is the first part of what WhatsApp has to say. " });
  await send({ to: order.number, of: "3/3", text: "This is the end." });
  assert.equal((await sms(alice, order)).status, "PENDING");
  app.clock.advance(88);
  assert.equal((await sms(alice, order)).status, "PENDING");
  await waitOut(order.number);
  const shown = await sms(alice, order);
  assert.equal(shown.status, "RECEIVED");
  assert.deepEqual(
    shown.messages.map(({ text, incomplete }) => [text, incomplete]),
    [["This is the first part of what WhatsApp has to say.  … This is the end.", true]],
  );
  assert.equal((await balanceOf(alice)).held, before.held - 450);
  const [event] = await stream.take(1);
  assert.equal(event?.event, "order.received");
  assert.equal((event?.data["message"] as { incomplete?: boolean } | undefined)?.incomplete, true);
  assert.deepEqual(await stream.rest(300), []);
  stream.close();
  await assertBooks(app.db);
});

test("a code that a part holds whole is shown at once, and the message grows when the rest comes", async () => {
  const order = await rent(alice);
  const stream = await openStream(app, alice);
  await send({ to: order.number, of: "1/2", text: "Your WhatsApp code is 123-456. Do not share it with " });
  const early = await sms(alice, order);
  assert.deepEqual([early.status, early.sms_code], ["RECEIVED", "123-456"]);
  assert.deepEqual(
    early.messages.map(({ text, code, incomplete }) => [text, code, incomplete]),
    [["Your WhatsApp code is 123-456. Do not share it with ", "123-456", true]],
  );
  const afterFirst = await balanceOf(alice);
  await send({ to: order.number, of: "2/2", text: "anyone." });
  const whole = await sms(alice, order);
  assert.deepEqual(
    whole.messages.map(({ text, code, incomplete }) => [text, code, incomplete]),
    [["Your WhatsApp code is 123-456. Do not share it with anyone.", "123-456", undefined]],
  );
  assert.deepEqual(await balanceOf(alice), afterFirst, "charged once");
  const events = await stream.take(2);
  assert.deepEqual(
    events.map(({ event }) => event),
    ["order.received", "order.updated"],
  );
  const [first, second] = events.map(({ data }) => data["message"] as { text: string; incomplete?: boolean });
  assert.match(first?.text ?? "", /^Your WhatsApp code is 123-456\. Do not share it with /);
  assert.deepEqual(
    [second?.text, second?.incomplete],
    ["Your WhatsApp code is 123-456. Do not share it with anyone.", undefined],
  );
  stream.close();
  await assertBooks(app.db);
});

test("a code that was cut in two is never shown as a half", async () => {
  for (const [first, second, code] of [
    ["Your WhatsApp code is 482", "913. Do not share it.", "482913"],
    ["Your WhatsApp code is 482-", "913. Do not share it.", "482-913"],
    ["Your WhatsApp code is 482 ", "913. Do not share it.", "482 913"],
    ["48", "2913 is your WhatsApp code.", "482913"],
  ] as const) {
    const order = await rent(alice);
    await send({ to: order.number, of: "1/2", text: first });
    assert.equal((await sms(alice, order)).status, "PENDING", first);
    await send({ to: order.number, of: "2/2", text: second });
    assert.equal((await sms(alice, order)).sms_code, code);
    const lost = await rent(alice);
    await send({ to: lost.number, of: "1/2", text: first });
    const other = await rent(alice);
    await send({ to: other.number, of: "2/2", text: second });
    app.clock.advance(91);
    await waitOut(lost.number);
    await waitOut(other.number);
    assert.deepEqual([(await sms(alice, lost)).sms_code, (await sms(alice, other)).sms_code], [null, null]);
  }
});

test("a code in a part that names nobody waits: the rest may say that it is another's", async () => {
  const { pool } = await oneNumber(app);
  const order = await rent(alice, { pool });
  await send({ to: order.number, of: "1/2", text: "Your code is 482913. It is valid for ten minutes. " });
  assert.equal((await sms(alice, order)).status, "PENDING");
  await send({ to: order.number, of: "2/2", text: "Thank you for using Telegram." });
  assert.equal((await sms(alice, order)).status, "PENDING");
  assert.deepEqual(await unmatchedOn(order.number), [{ reason: "other_service" }]);
  const another = await rent(alice);
  await send({ to: another.number, of: "1/2", text: "Your code is 482913. It is valid for ten minutes. " });
  await waitOut(another.number);
  assert.equal((await sms(alice, another)).sms_code, "482913");
});

test("a reference that is used again: at once, while the first is gathered, and for the same words", async () => {
  const order = await rent(alice);
  const { number: to } = order;
  const whole = async (code: string, first: string, second: string): Promise<void> => {
    await send({ to, of: first, text: first === "1/2" ? `WhatsApp code ${code}` : " is for you alone." });
    await send({ to, of: second, text: second === "1/2" ? `WhatsApp code ${code}` : " is for you alone." });
  };
  await whole("111-222", "1/2", "2/2");
  await whole("333-444", "1/2", "2/2");
  app.clock.advance(61); // Later the same words with the same reference belong to a new message.
  await whole("555-666", "2/2", "1/2");
  app.clock.advance(61);
  await whole("555-666", "1/2", "2/2");
  assert.deepEqual(
    (await sms(alice, order)).messages.map(({ code, incomplete }) => [code, incomplete]),
    ["111-222", "333-444", "555-666", "555-666"].map((code) => [code, undefined]),
  );
});

test("two messages gathered under one reference at a time are not mixed", async () => {
  const order = await rent(alice);
  const { number: to } = order;
  await send({ to, of: "1/2", text: "One: the WhatsApp code is 48" });
  await send({ to, of: "1/2", text: "Two: the WhatsApp code is 77" });
  await send({ to, of: "2/2", text: "2913" });
  await waitOut(to);
  const { messages, sms_code: code } = await sms(alice, order);
  assert.equal(code, null);
  assert.ok(messages.every(({ incomplete }) => incomplete));
  assert.ok(messages.every(({ text }) => !/77\D*2913|48\D*2913/.test(text ?? "")));
});

test("a message's parts do not wait longer than the setting says", async () => {
  const order = await rent(alice);
  const { number: to } = order;
  await send({ to, of: "1/2", text: "Your WhatsApp code is " });
  await waitOut(to);
  await send({ to, of: "2/2", text: "123-456, for WhatsApp." });
  await waitOut(to);
  const { messages } = await sms(alice, order);
  assert.deepEqual(
    messages.map(({ text, incomplete }) => [text, incomplete]),
    [
      ["Your WhatsApp code is ", true],
      ["123-456, for WhatsApp.", true],
    ],
  );
});

test("the same parts twice at once, and after the join, by id and by words, are one message", async () => {
  const order = await rent(alice);
  const began = app.clock.now(); // Somebody may have rented the number in another test.
  const { number: to } = order;
  const parts = [
    { to, of: "1/3", id: "r1", text: "Your WhatsApp " },
    { to, of: "2/3", id: "r2", text: "code is 987-" },
    { to, of: "3/3", id: null, text: "654, do not share it." },
  ];
  await Promise.all([...parts, ...parts, ...parts.toReversed()].map(send));
  await Promise.all(parts.map(send));
  await Promise.all(parts.map((part) => send({ ...part, id: null })));
  app.clock.advance(3600 * 3);
  await send(parts[0] as SentPart);
  const late = await app.db.rows<{ n: number }>(
    `select count(*)::int as n from messages where source_id = $1 and number = $2 and received_at >= $3`,
    [source.id, to, began],
  );
  assert.deepEqual(late, [{ n: 1 }]);
  assert.equal((await sms(alice, order)).sms_code, "987-654");
  await assertBooks(app.db);
});

test("a surrogate pair cut in two is one character: as UCS-2 in hexadecimal, and as JSON", async () => {
  const hex = await openPartSource(app, { textEncoding: "hex-ucs2" });
  const order = await rent(alice);
  const part = { to: order.number, ref: "33", from: "WhatsApp" };
  await hex.part({ ...part, of: "1/2", text: "041a043e04340020d83d" });
  await hex.part({ ...part, of: "2/2", text: "de310020006f006b" });
  await send({ ...part, of: "1/2", text: "Код \ud83d" });
  await send({ ...part, of: "2/2", text: "\ude31 tak" });
  assert.deepEqual(await textsOf(alice, order), ["Код 😱 ok", "Код 😱 tak"]);
});

test("what was cut off between the parts and the message is handed over by the clock, whole", async () => {
  const order = await rent(alice);
  const { number: to } = order;
  await send({ to, of: "1/2", text: "Your WhatsApp code is " });
  await app.db.rows(`alter table messages rename to messages_away`);
  const failed = await source.part({ to, of: "2/2", text: "313-414." });
  assert.equal(failed.status, 500);
  await app.db.rows(`alter table messages_away rename to messages`);
  app.clock.advance(11);
  await until(
    () => sms(alice, order),
    ({ sms_code: code }) => code === "313-414",
  );
  assert.deepEqual(await textsOf(alice, order), ["Your WhatsApp code is 313-414."]);
});

test("texts of parts are erased once the message has them", async () => {
  const order = await rent(alice);
  const { number: to } = order;
  await send({ to, of: "1/2", text: "Your WhatsApp code is 1" });
  await send({ to, of: "2/2", text: "23-456." });
  const left = await app.db.rows(
    `select 1 from message_parts p join long_messages l on l.id = p.long_message_id
     where l.number = $1 and p.raw_sealed is not null`,
    [to],
  );
  assert.deepEqual(left, []);
});

test("a source's own id that is written as one of ours does not make a joined message a repeat", async () => {
  const { number: to, pool } = await oneNumber(app);
  const order = await rent(alice, { pool, service: "telegram" });
  const [{ next } = { next: 0 }] = await app.db.rows<{ next: number }>(
    `select last_value::int + 1 as next from long_messages_id_seq`,
  );
  const whole = { to, from: "InfoSMS", id: `parts ${next}`, text: "Your Telegram code is 111222." };
  await source.send(JSON.stringify(whole), json);
  await send({ to, of: "1/2", text: "Your Telegram code is 333444. " });
  await send({ to, of: "2/2", text: "It expires." });
  const [long] = await app.db.rows(`select 1 from long_messages where id = $1 and number = $2`, [next, to]);
  assert.ok(long, "the joined message has the id that was foreseen");
  assert.deepEqual(await textsOf(alice, order), [
    "Your Telegram code is 111222.",
    "Your Telegram code is 333444. It expires.",
  ]);
});
