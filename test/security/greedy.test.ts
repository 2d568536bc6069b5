import assert from "node:assert/strict";
import { test } from "node:test";
import pg from "pg";
import { describeEvents } from "../../src/domain/messages/describe-events.ts";
import { follow } from "../../src/domain/delivery/follow.ts";
import { exportAccount } from "../../src/domain/exports/export-account.ts";
import { sealText } from "../../src/domain/messages/sealed-message.ts";
import type { Queryable } from "../../src/kit/db.ts";
import { startTestApp } from "../helpers/app.ts";
import { perFile } from "../helpers/fixtures.ts";
import { addTestMember, goodPassword, type Reply } from "../helpers/browser.ts";
import { clientFor, type Answer, type Client } from "../helpers/client.ts";
import { refusal, rent, send, sms } from "../helpers/orders.ts";
import { openStream } from "../helpers/stream.ts";
import { until } from "../helpers/until.ts";

// One customer with as much data as they like: their requests are bounded by what one answer needs, and only they
// wait. The cost to others under load is tested by the fault driver (test/faults).

const app = perFile(() =>
  startTestApp({
    LOG_LEVEL: "silent",
    MAX_MESSAGES: "100",
    DATABASE_CONNECTIONS: "8",
    MAX_OPEN_ORDERS: "1000",
  }),
);

interface Customer {
  accountId: number;
  client: Client;
  walletId: number;
}

async function customer(): Promise<Customer> {
  const { accountId, testKey } = await app.account();
  const [wallet] = await app.db.rows<{ id: number }>(
    `select id from wallets where account_id = $1 and mode = 'test'`,
    [accountId],
  );
  return { accountId, client: clientFor(app, testKey), walletId: wallet?.id ?? 0 };
}

/** Messages of an order from before there was a limit, each with its event. */
async function flood(walletId: number, orderId: number, count: number, text: string): Promise<void> {
  const [source] = await app.db.rows<{ id: number }>(`select id from sources where kind = 'sandbox'`);
  const sourceId = source?.id ?? 0;
  const [order] = await app.db.rows<{ number: string }>(`select number from orders where order_id = $1`, [
    orderId,
  ]);
  const number = order?.number ?? "";
  const keys = Array.from({ length: count }, (_, place) => `flood ${orderId} ${place}`);
  await app.db.rows(
    `with stored as (
       insert into messages (source_id, source_key, number, sender, order_id, state, service, text_sealed, received_at)
       select $1, m.key, o.number, 'x', o.order_id, 'delivered', null, m.text, now()
       from unnest($3::text[], $4::bytea[]) as m (key, text) join orders o on o.order_id = $2 returning id
     ), told as (
       insert into events (wallet_id, seq, type, order_id, message_id, created_at)
       select $5, w.event_seq + row_number() over (order by s.id), 'order.received', $2, s.id, now()
       from stored s join wallets w on w.id = $5
     ), counted as (update wallets set event_seq = event_seq + $6 where id = $5)
     update orders set message_count = message_count + $6, status = 'RECEIVED' where order_id = $2`,
    [
      sourceId,
      orderId,
      keys,
      keys.map((sourceKey) => sealText(app.sealer, { sourceId, number, sourceKey }, text)),
      walletId,
      count,
    ],
  );
}

/**
 * The database, with statistics about its use: rows returned, bytes of sealed texts among them, and concurrent
 * statements.
 */
function watched(db: Queryable): {
  db: Queryable;
  seen: { statements: number; most: number; bytes: number[] };
} {
  const seen = { statements: 0, most: 0, bytes: [] as number[] };
  return {
    seen,
    db: {
      async rows<Row>(text: string, values?: unknown[]): Promise<Row[]> {
        seen.statements++;
        const rows = await db.rows<Row>(text, values);
        seen.most = Math.max(seen.most, rows.length);
        const sealed = rows.map((row) => (row as { textSealed?: Buffer }).textSealed?.length ?? 0);
        seen.bytes.push(sealed.reduce((sum, length) => sum + length, 0));
        return rows;
      },
    },
  };
}

const longText = `WhatsApp code 123-456 ${"x".repeat(1978)}`;

test("an event loads its own message, a page of events two statements more: never all messages of an order", async () => {
  const { walletId, client } = await customer();
  const order = await rent(client);
  await flood(walletId, Number(order.order_id), 900, longText);
  const { db, seen } = watched(app.db);
  const connection = { closed: false, once: () => {} };
  const hub = {
    subscribe() {},
    unsubscribe() {},
    closed: () => false,
    connected: () => true,
    close: async () => {},
  };
  let told = 0;
  for await (const { events } of follow(
    { db, hub },
    { walletId, afterSeq: 0, withChanges: false, idleMilliseconds: 1000 },
    connection,
  )) {
    const described = await describeEvents({ ...app, db }, events);
    for (const { message } of described) assert.equal(message?.text, longText);
    told += described.length;
    if (told === 900) break;
  }
  assert.equal(seen.statements, 3 * (900 / 25));
  assert.equal(seen.most, 25);
  assert.equal(
    seen.bytes.reduce((sum, bytes) => sum + bytes, 0),
    (900 * (seen.bytes.at(-1) ?? 0)) / 25,
  );
});

test("an answer has the newest messages, in bounds, and says how many it leaves out", async () => {
  const { accountId, walletId, client } = await customer();
  const order = await rent(client);
  await flood(walletId, Number(order.order_id), 300, longText);
  await send(client, order, "WhatsApp code 765-432").catch(() => {}); // Beyond the limit: kept for the operator.
  const shown = (await sms(client, order)) as unknown as {
    messages: { text: string }[];
    messages_omitted: number;
  };
  assert.equal(shown.messages.length + shown.messages_omitted, 300);
  assert.ok(shown.messages.length >= 20 && shown.messages.length <= 40, String(shown.messages.length));
  const owner = await (await addTestMember(app, accountId, "owner")).signIn();
  const seen = (await owner.get(`orders/${order.order_id}`, { mode: "test" })).body
    .data as unknown as typeof shown;
  assert.deepEqual(
    [seen.messages.length, seen.messages_omitted],
    [shown.messages.length, shown.messages_omitted],
  );
  const one = await rent(client);
  await flood(walletId, Number(one.order_id), 1, "y".repeat(30_000));
  const long = (await sms(client, one)) as unknown as typeof shown;
  assert.deepEqual([long.messages[0]?.text.length, long.messages_omitted], [30_000, undefined]);
});

test("an order takes so many messages; what comes beyond them is the operator's to see, and no event", async () => {
  const { walletId, client } = await customer();
  const order = await rent(client);
  await flood(walletId, Number(order.order_id), 98, "hello");
  const receipts = [];
  for (const code of ["1001", "1002", "1003", "1004"]) {
    const text = `WhatsApp code ${code}`;
    const answer = await client.post("/sandbox/sms", { to: order.number, text });
    receipts.push((answer.body.data as { receipt: string }).receipt);
  }
  assert.deepEqual(receipts, ["delivered", "delivered", "unmatched", "unmatched"]);
  assert.equal((await sms(client, order)).sms_code, "1002");
  const kept = await app.db.rows<{ reason: string }>(
    `select reason from messages where number = $1 and state = 'unmatched'`,
    [order.number],
  );
  assert.deepEqual(
    kept.map(({ reason }) => reason),
    ["order_full", "order_full"],
  );

  const two = await rent(client);
  await flood(walletId, Number(two.order_id), 97, "hello");
  const together = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      client.post("/sandbox/sms", { to: two.number, text: `WhatsApp code 20${10 + n}` }),
    ),
  );
  const delivered = together.filter(({ body }) => (body.data as { receipt: string }).receipt === "delivered");
  assert.equal(delivered.length, 3, "in one batch as well");
  const operator = await (await addTestMember(app, 0, "operator")).signIn();
  assert.doesNotMatch(
    (await operator.get("operator/messages")).text,
    new RegExp(order.number),
    "the sandbox's are nobody's work",
  );
});

test("an export reads texts in pieces, whole", async () => {
  const { accountId, walletId, client } = await customer();
  for (let n = 0; n < 12; n++) await flood(walletId, Number((await rent(client)).order_id), 150, longText);
  const { db, seen } = watched(app.db);
  let messages = 0;
  for await (const part of exportAccount({ ...app, db }, accountId))
    if (part.kind === "orders") for (const row of part.rows) messages += row.messages.length;
  assert.equal(messages, 12 * 150);
  const largest = Math.max(...seen.bytes);
  assert.ok(largest > 500_000 && largest <= 1024 * 1024, `${largest} bytes at once`);
});

test("long answers of one account use one connection, and of all accounts a share", async (t) => {
  const greedy = await Promise.all([customer(), customer(), customer(), customer()]);
  for (const { client } of greedy) await rent(client);
  const locker = new pg.Client({ connectionString: app.connectionString }); // Not pooled, no time limit.
  await locker.connect();
  t.after(() => locker.end());
  await locker.query(`begin; lock table events in access exclusive mode`);
  const left = new AbortController();
  const ended = greedy.flatMap(({ client: { key } }) =>
    Array.from({ length: 4 }, async () => {
      const url = `${app.url}/account/api/v1/events?last_event_id=0`;
      const headers = { authorization: `Bearer ${key}` };
      await fetch(url, { headers, signal: left.signal }).then(
        (response) => response.text(),
        () => {},
      );
    }),
  );
  // Only what streams read: jobs read and write there as well.
  const waiting = async (): Promise<number> => {
    await locker.query(`select pg_stat_clear_snapshot()`); // Activity is read once in a transaction.
    const { rows } = await locker.query<{ n: number }>(
      `select count(*)::int as n from pg_locks l join pg_stat_activity a using (pid)
       where not l.granted and l.relation = 'events'::regclass and a.query like '%from events where wallet_id = %'`,
    );
    return rows[0]?.n ?? 0;
  };
  await until(waiting, (n) => n === 2); // A quarter of the 8 connections.
  const calm = await customer();
  const order = await rent(calm.client);
  assert.equal((await sms(calm.client, order)).status, "PENDING", "others are served");
  assert.equal(await waiting(), 2);
  await locker.query(`commit`);
  left.abort();
  await Promise.allSettled(ended);
});

test("an account has so many streams and lists under way, and the next is told to wait", async () => {
  const { client } = await customer();
  const streams = await Promise.all(Array.from({ length: 50 }, () => openStream(app, client)));
  const refused = await client.get("/events");
  assert.deepEqual(refusal(refused), [429, "rate_limited"]);
  assert.equal(refused.headers.get("retry-after"), "5");
  assert.equal((await client.get("/orders")).status, 200);
  for (const stream of streams) stream.close();
  await until(
    () => client("/events", { method: "HEAD" }),
    ({ status }) => status === 200,
  );
});

test("the sandbox takes so many rents and messages of an account in ten minutes", async (t) => {
  const small = await startTestApp({ SANDBOX_LIMIT: "5" });
  t.after(() => small.close());
  const { testKey, liveKey } = await small.account();
  const client = clientFor(small, testKey);
  const order = await rent(client);
  for (const code of ["1001", "1002"]) await send(client, order, `WhatsApp code ${code}`);
  const rentOf = (quantity: number) =>
    client.post("/rent", { action: "rent", service: "whatsapp", country: "US", quantity });
  assert.deepEqual(refusal(await rentOf(3)), [429, "rate_limited"]);
  for (const code of ["1003", "1004"]) await send(client, order, `WhatsApp code ${code}`);
  const refused = await client.post("/sandbox/sms", { to: order.number, text: "WhatsApp code 1003" });
  assert.match(refused.body.message ?? "", /The sandbox takes 5 rents and messages/);
  assert.ok(Number(refused.headers.get("retry-after")) > 300);
  const live = await clientFor(small, liveKey).post("/rent", {
    action: "rent",
    service: "whatsapp",
    country: "US",
  });
  assert.notEqual(live.status, 429, "what is paid for has no such limit");
  const other = clientFor(small, (await small.account()).testKey);
  await rent(other);
});

test("so many requests wait for one order, and the next is told to wait; others' and other orders are as they were", async () => {
  const { client } = await customer();
  const [busy, calm] = [await rent(client), await rent(client)];
  const wait = (order: { order_id: string }, seconds: number): Promise<Answer> =>
    client.get("/sms", { order_id: order.order_id, wait: String(seconds) });
  const refused: Answer[] = [];
  const waiting = Array.from({ length: 60 }, async () => {
    const answer = await wait(busy, 55);
    if (answer.status === 429) refused.push(answer);
    return answer;
  });
  await until(
    async () => refused.length,
    (length) => length === 10,
  );
  for (const answer of refused) {
    assert.deepEqual(refusal(answer), [429, "rate_limited"]);
    assert.equal(answer.headers.get("retry-after"), "5");
  }
  assert.equal(
    (await client.get("/sms", { order_id: busy.order_id })).status,
    200,
    "who does not wait is answered",
  );
  assert.equal((await wait(calm, 1)).status, 200);
  const stranger = await customer();
  assert.equal((await stranger.client.get("/sms", { order_id: busy.order_id, wait: "1" })).status, 404);
  await send(client, busy, "Your code is 4711");
  const codes = (await Promise.all(waiting)).filter(({ status }) => status === 200);
  assert.deepEqual([codes.length, refused.length], [50, 10]);
  for (const { body } of codes) assert.equal((body.data as { sms_code: string }).sms_code, "4711");
  assert.equal((await wait(busy, 1)).status, 200, "their places are free again");
});

test("keys, sessions, members and invitations of an account have their limits", async () => {
  const { accountId } = await app.account();
  const owner = await addTestMember(app, accountId, "owner");
  const browser = await owner.signIn();

  const keys = (wanted: number): Promise<unknown> =>
    app.db.rows(
      `insert into api_keys (wallet_id, name, hash, hint, scopes, created_at, revoked_at)
       select w.id, 'k', decode(md5(n::text || w.id), 'hex'), 'x', '{rent}', now(), case when n > $2 then now() end
       from wallets w, generate_series(1, 1000) n where w.account_id = $1 and w.mode = 'test'`,
      [accountId, wanted],
    );
  await keys(98); // And one that the account began with.
  const make = (): Promise<Reply> => browser.post("keys", { name: "more" }, { mode: "test" });
  const { id } = (await make()).body.data as { id: number };
  assert.deepEqual([(await make()).status, (await make()).body.code], [409, "too_many_keys"]);
  assert.equal((await browser.call("DELETE", `keys/${id}`)).status, 200);
  assert.equal((await make()).status, 200);
  const listed = (await browser.get("keys", { mode: "test" })).body.data as { revoked_at: string | null }[];
  assert.equal(listed.filter((key) => key.revoked_at === null).length, 100, "whoever works is listed");
  assert.ok(listed.length <= 300, `${listed.length}`);

  const first = await owner.signIn();
  for (let n = 0; n < 49; n++) await owner.signIn();
  assert.equal((await browser.get("me")).status, 401, "the one that was used longest ago has ended");
  assert.equal((await first.get("me")).status, 200);
  const sessions = (await first.get("sessions")).body.data as unknown[];
  assert.equal(sessions.length, 50);

  await app.db.rows(
    `insert into members (account_id, username, email, role, password_hash, created_at)
     select $1, $2 || n, $2 || n || '@example.com', 'viewer', 'x', now() from generate_series(1, 97) n`,
    [accountId, `team${accountId}x`],
  );
  const invite = (email: string): Promise<Reply> => first.post("team/invitations", { email, role: "viewer" });
  assert.equal((await invite("one@example.com")).status, 200);
  assert.equal((await invite("two@example.com")).status, 200);
  assert.deepEqual(
    [(await invite("three@example.com")).status, (await invite("x@example.com")).body.code],
    [409, "team_full"],
  );
  assert.equal((await invite("two@example.com")).status, 200, "again for one who is invited already");
  const again = { email: "one@example.com", role: "developer", password: goodPassword };
  assert.equal((await first.post("team/invitations", again)).status, 200, "and for one who will read codes");
});

test("an inviter who has sent too many is told so before a password or a code is asked for", async () => {
  const { accountId } = await app.account();
  const browser = await (await addTestMember(app, accountId, "owner")).signIn();
  const invite = (n: number, role: string, password?: string): Promise<Reply> =>
    browser.post("team/invitations", { email: `n${n}@example.com`, role, ...(password && { password }) });
  for (let n = 0; n < 20; n++) assert.equal((await invite(n, "viewer")).status, 200);
  assert.equal((await invite(20, "developer", "wrong")).body.code, "locked");
  app.clock.advance(3600);
  assert.equal((await invite(20, "developer", "wrong")).body.code, "invalid_credentials");
});

test("the operator's view of a flooded order, and its renter's page, are bounded and say how much is left out", async () => {
  const { accountId, client, walletId } = await customer();
  const order = await rent(client);
  await flood(walletId, Number(order.order_id), 900, longText);
  const operator = await (await addTestMember(app, 0, "operator")).signIn();
  const seen = await operator.get(`operator/orders/${order.order_id}?reveal=1`);
  const { messages, messages_omitted: omitted } = seen.body.data as {
    messages: { id: number; text: string }[];
    messages_omitted: number;
  };
  assert.deepEqual([messages.length, omitted], [200, 700]);
  assert.equal(messages[0]?.text, longText);
  assert.ok(messages.every(({ id }, place) => place === 0 || id > (messages[place - 1]?.id ?? 0)));
  const owner = await (await addTestMember(app, accountId, "owner")).signIn();
  const page = (await owner.get(`orders/${order.order_id}`, { mode: "test" })).body.data as {
    messages: unknown[];
    messages_omitted: number;
  };
  assert.equal(page.messages.length + page.messages_omitted, 900);
});
