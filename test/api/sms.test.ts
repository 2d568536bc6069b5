import assert from "node:assert/strict";
import { performance } from "node:perf_hooks";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, type Client } from "../helpers/client.ts";
import { compare, millisecondsOf } from "../helpers/compare.ts";
import { refusal, rent, send, sms } from "../helpers/orders.ts";
import { until } from "../helpers/until.ts";

let app: TestApp;
let client: Client;
/** The same account on another server process. */
let other: Client;
before(async () => {
  app = await startTestApp({ MAX_OPEN_ORDERS: "1000" });
  const { testKey } = await app.account();
  client = clientFor(app, testKey);
  other = clientFor(await app.sibling(), testKey);
});
after(() => app.close());

test("pending, then received for good, with the code as it is written", async (t) => {
  app.clock.stop(t);
  const order = await rent(client);
  assert.deepEqual(await sms(client, order), {
    order_id: order.order_id,
    sms_code: null,
    status: "PENDING",
    sms_text: null,
    messages: [],
    expires_at: order.expires_at,
  });
  await send(client, order, "Your WhatsApp code: 123-456");
  const { messages, ...received } = await sms(client, order);
  assert.deepEqual(
    [received.sms_code, received.status, received.sms_text],
    ["123-456", "RECEIVED", "Your WhatsApp code: 123-456"],
  );
  const [message] = messages;
  assert.deepEqual(
    [messages.length, message?.code, message?.sender, message?.text],
    [1, "123-456", "WhatsApp", received.sms_text],
  );
  assert.equal(message?.received_at, app.clock.now().toISOString());

  assert.equal((await client.post("/finish", { order_id: order.order_id })).status, 200);
  assert.equal((await sms(client, order)).status, "RECEIVED", "the documented loop reads this one word");
  app.clock.advance(1201);
  assert.equal((await sms(client, order)).status, "RECEIVED");
});

test("a message without a code; leading zeros stay; of two codes the newest", async () => {
  const order = await rent(client);
  await send(client, order, "Welcome to WhatsApp!");
  const without = await sms(client, order);
  assert.deepEqual(
    [without.status, without.sms_code, without.sms_text, without.messages.length],
    ["RECEIVED", null, "Welcome to WhatsApp!", 1],
  );
  await send(client, order, "WhatsApp code 007 123");
  assert.equal((await sms(client, order)).sms_code, "007 123");
  await send(client, order, "WhatsApp code 000042");
  await send(client, order, "Thank you for choosing WhatsApp.");
  const last = await sms(client, order);
  assert.deepEqual([last.sms_code, last.messages.length], ["000042", 4]);
  assert.equal(last.sms_text, "Thank you for choosing WhatsApp.");
});

test("cancelled and expired; what comes late is shown as late, for a day", async () => {
  const [cancelled, expired] = [await rent(client), await rent(client)];
  await client.post("/cancel", { order_id: cancelled.order_id });
  assert.equal((await sms(client, cancelled)).status, "CANCELLED");
  app.clock.advance(1201);
  await until(
    () => sms(client, expired),
    ({ status }) => status === "EXPIRED",
  );
  await send(client, expired, "Your code is 445566");
  const late = await sms(client, expired);
  assert.deepEqual(
    [late.status, late.sms_code, late.sms_text, late.messages[0]?.late, late.messages[0]?.code],
    ["EXPIRED", null, null, true, "445566"],
  );
  app.clock.advance(86_401);
  assert.deepEqual((await sms(client, expired)).messages, []);
});

test("order_id and wait are checked", async () => {
  const order = await rent(client);
  for (const wait of ["-1", "61", "1.5", "soon", "", "1e9", "NaN"]) {
    assert.deepEqual(
      refusal(await client.get("/sms", { order_id: order.order_id, wait })),
      [400, "invalid_request", "wait"],
      wait,
    );
  }
  for (const order_id of ["", "abc", "-1", "1.0", "12345678901", " 1"]) {
    assert.deepEqual(
      refusal(await client.get("/sms", { order_id })),
      [400, "invalid_request", "order_id"],
      order_id,
    );
  }
  for (const order_id of ["1", "2147483647", "2147483648", "9999999999"]) {
    assert.deepEqual(refusal(await client.get("/sms", { order_id })), [404, "order_not_found", "order_id"]);
  }
});

const longestWaitSeconds = 60;

/** Milliseconds from accepting the message to answering the waiter. */
async function wakeMilliseconds(waiter: Client): Promise<number> {
  const order = await rent(client);
  const answered = sms(waiter, order, 30).then((answer) => ({ answer, at: performance.now() }));
  await sleep(100);
  await send(client, order, "Your code is 998877");
  const sent = performance.now();
  const { answer, at } = await answered;
  assert.equal(answer.sms_code, "998877");
  return at - sent;
}

test("wait: woken within what some requests take, on another process as well", async () => {
  const plain = (): Promise<unknown> => client.get("/user");
  for (const waiter of [client, other]) {
    const { left: woken, right: request } = await compare(
      7,
      () => wakeMilliseconds(waiter),
      () => millisecondsOf(plain),
    );
    assert.ok(woken < 10 * request, `woken after ${woken} ms, where a request takes ${request} ms`);
  }
});

test("wait: answers when its seconds are over, at once when there is nothing to wait for", async () => {
  const order = await rent(client);
  const began = performance.now();
  assert.equal((await sms(client, order, 1)).status, "PENDING");
  const seconds = (performance.now() - began) / 1000;
  assert.ok(seconds >= 0.95 && seconds < longestWaitSeconds / 2, `${seconds} s`);

  await send(client, order, "Your code is 1234");
  const done = performance.now();
  assert.equal((await sms(client, order, longestWaitSeconds)).sms_code, "1234");
  assert.ok(performance.now() - done < (longestWaitSeconds / 2) * 1000);
});

test("wait: cancel and expiry wake as well", async () => {
  const [one, two] = [await rent(client), await rent(client)];
  const waiting = [sms(other, one, 30), sms(other, two, 30)];
  await sleep(100);
  await client.post("/cancel", { order_id: one.order_id });
  assert.equal((await waiting[0])?.status, "CANCELLED");
  app.clock.advance(1201);
  assert.equal((await waiting[1])?.status, "EXPIRED");
});

test("resend, then wait: for the next code, not for the one that is there", async () => {
  const order = await rent(client);
  await send(client, order, "Your code is 1111");
  await client.post("/resend", { order_id: order.order_id });
  const waiting = sms(other, order, 30);
  await sleep(200);
  await send(client, order, "Your code is 2222");
  assert.equal((await waiting).sms_code, "2222");
  assert.equal((await sms(client, order, 30)).sms_code, "2222", "and nothing is left to wait for");
});

test("wait: a thousand at once, each answered with its own", async () => {
  const orders = await Promise.all(Array.from({ length: 40 }, () => rent(client)));
  const waiting = Array.from({ length: 1000 }, (_, place) =>
    sms(place % 2 ? client : other, orders[place % 40] as (typeof orders)[0], 55),
  );
  await sleep(500);
  await Promise.all(orders.map((order, place) => send(client, order, `Your code is ${5000 + place}`)));
  const codes = (await Promise.all(waiting)).map((answer) => answer.sms_code);
  assert.deepEqual(
    codes,
    codes.map((_, place) => String(5000 + (place % 40))),
  );
});
