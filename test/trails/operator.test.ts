import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { addTestMember, openBrowser, type Browser } from "../helpers/browser.ts";
import { clientFor, rentBody } from "../helpers/client.ts";
import { readSettings } from "../helpers/source.ts";
import { addSource, stock } from "../helpers/stock.ts";
import type { ImportReport } from "#answers/operator/numbers.ts";
import type { Guide, NewSource } from "#answers/operator/sources.ts";

let app: TestApp;
let operator: Browser;
let operatorName: string;
before(async () => {
  app = await startTestApp();
  const member = await addTestMember(app, 0, "operator");
  operator = await member.signIn();
  operatorName = member.username;
});
after(() => app.close());

const dataOf = <T>(reply: { text: string; status: number; body: { data: never } }): T => {
  assert.equal(reply.status, 200, reply.text);
  return reply.body.data as T;
};

test("a message that found no order is given to one by hand: charged, shown, told, written down", async () => {
  const [number = ""] = await stock(app, 1, { first: 15550190001 });
  const account = await app.account(100_000);
  const client = clientFor(app, account.liveKey);
  const { order_id: orderId } = (await client.post("/rent", rentBody({ service: "whatsapp" }))).body.data as {
    order_id: string;
  };
  const source = await addSource(app);
  await source.send({ to: number, from: "Telegram", text: "Telegram code: 48213", id: "t1" });
  const unmatched = dataOf<{ id: number; reason: string; text?: string }[]>(
    await operator.get("operator/messages"),
  );
  assert.deepEqual(
    unmatched.map(({ reason, text }) => [reason, text]),
    [["other_service", undefined]],
  );
  const id = unmatched[0]?.id ?? 0;
  const [shown] = dataOf<{ text: string; code: string }[]>(await operator.get("operator/messages?reveal=1"));
  assert.deepEqual([shown?.text, shown?.code], ["Telegram code: 48213", "48213"]);
  const candidates = dataOf<{ order_id: string }[]>(await operator.get(`operator/messages/${id}/candidates`));
  assert.deepEqual(
    candidates.map(({ order_id: found }) => found),
    [orderId],
  );

  const [elsewhere = ""] = await stock(app, 1, { first: 447700900500, country: "GB" });
  const other = await client.post("/rent", rentBody({ country: "GB" }));
  const wrong = await operator.post(`operator/messages/${id}/assign`, {
    order_id: (other.body.data as { order_id: string }).order_id,
  });
  assert.equal(wrong.body.code, "message_not_assignable", `it came on ${number}, not on ${elsewhere}`);
  assert.equal(
    (await operator.post(`operator/messages/${id}/assign`, { order_id: "1" })).body.code,
    "order_not_found",
  );
  assert.equal(
    (await operator.post("operator/messages/99999/assign", { order_id: orderId })).body.code,
    "message_not_found",
  );

  const waiting = client.get("/sms", { order_id: orderId, wait: "10" });
  const both = await Promise.all(
    [1, 2].map(() => operator.post(`operator/messages/${id}/assign`, { order_id: orderId })),
  );
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409]);
  assert.equal(((await waiting).body.data as { sms_code: string }).sms_code, "48213");
  const details = dataOf<{ timeline: { what: string }[] }>(await operator.get(`operator/orders/${orderId}`));
  assert.deepEqual(
    details.timeline.map(({ what }) => what),
    ["rented", "held", "message", "charged"],
  );
  assert.match((await client.get("/user")).text, /"balance":100\.00,.*"held":450\.00/);
  assert.deepEqual(dataOf<object[]>(await operator.get("operator/messages")), []);
  const audit = dataOf<{ action: string; actor: string; ip: string }[]>(
    await operator.get(`operator/audit?actor=${operatorName}&action=message`),
  );
  assert.deepEqual(
    audit.map(({ action, ip }) => [action, ip]),
    [
      ["message.assign", "127.0.0.1"],
      ["message.reveal", "127.0.0.1"],
    ],
  );
  await assertBooks(app.db);
});

test("a message from before the rent is nobody's to be given", async () => {
  const [number = ""] = await stock(app, 1, { first: 33612345670, country: "FR" });
  const source = await addSource(app);
  await source.send({ to: number, from: "x", text: "code 1234", id: "before" });
  const [message] = dataOf<{ id: number }[]>(await operator.get("operator/messages"));
  const client = clientFor(app, (await app.account(100_000)).liveKey);
  const rented = await client.post("/rent", rentBody({ country: "FR" }));
  const input = { order_id: (rented.body.data as { order_id: string }).order_id };
  assert.equal(
    (await operator.post(`operator/messages/${message?.id}/assign`, input)).body.code,
    "message_not_assignable",
  );
  assert.deepEqual(dataOf<object[]>(await operator.get(`operator/messages/${message?.id}/candidates`)), []);
});

test("an import is looked at first, line by line, and done then", async () => {
  const csv = "number,country\n+1 202-555-0143,US\n12,US\n+12025550143,\n+442071838750,GB\n";
  const look = await operator.post("operator/numbers/import", { pool: 1, csv, dry_run: true });
  const preview = dataOf<ImportReport>(look);
  assert.deepEqual(
    [preview.added, preview.rejected.map(({ line }) => line), preview.duplicates.map(({ line }) => line)],
    [2, [3], [4]],
  );
  assert.deepEqual(dataOf<object[]>(await operator.get("operator/numbers?q=12025550143")), []);
  assert.equal(
    dataOf<ImportReport>(await operator.post("operator/numbers/import", { pool: 1, csv, dry_run: false }))
      .added,
    2,
  );
  const [number] = dataOf<{ id: number; state: string }[]>(
    await operator.get("operator/numbers?q=12025550143&state=free"),
  );
  assert.equal(number?.state, "free");
  dataOf(await operator.post(`operator/numbers/${number?.id}/retire`, { reason: "dead" }));
  assert.equal(
    dataOf<{ number: { state: string } }>(await operator.get(`operator/numbers/${number?.id}`)).number.state,
    "retired",
  );
  assert.equal(
    (await operator.post("operator/numbers/import", { pool: 1, csv: "foo,bar\n1,2" })).body.code,
    "invalid_file",
  );
  assert.equal((await operator.post("operator/numbers/import", { pool: 3, csv })).body.code, "unknown_pool");
  const tooLarge = 2 ** 31;
  const answers = [
    await operator.post("operator/numbers/import", { pool: tooLarge, csv }),
    await operator.get(`operator/pools/${tooLarge}`),
    await operator.get(`operator/numbers?pool=${tooLarge}`),
    await operator.get(`operator/orders?pool=${tooLarge}`),
  ];
  assert.deepEqual(
    answers.map(({ status }) => status),
    [400, 404, 400, 400],
  );
});

test("pools and prices: made, changed, retired; a fault in a list of prices changes nothing", async () => {
  const made = dataOf<{ id: number; price: number }>(
    await operator.post("operator/pools", { name: "Gold", provider: "global", price: "620.00" }),
  );
  assert.equal(made.price, 620);
  const path = `operator/pools/${made.id}`;
  const prices = [
    { country: "us", service: "wa", price: 700 },
    { country: null, service: "telegram", price: "650.50" },
  ];
  assert.match(
    (await operator.call("PUT", `${path}/prices`, { prices })).text,
    /"country":"US","service":"whatsapp","price":700\.00/,
  );
  const faulty = [
    { country: "US", service: null, price: 1 },
    { country: "XX", service: null, price: 1 },
  ];
  const refused = await operator.call("PUT", `${path}/prices`, { prices: faulty });
  assert.deepEqual([refused.body.code, refused.body.field], ["unknown_country", "prices.1.country"]);
  assert.equal(dataOf<object[]>(await operator.get(`${path}/prices`)).length, 2);
  assert.equal(
    dataOf<{ name: string }>(await operator.call("PATCH", path, { name: "Silver", price: 500 })).name,
    "Silver",
  );
  const retired = dataOf<{ retired_at: string | null }>(
    await operator.call("PATCH", path, { retired: true }),
  );
  assert.notEqual(retired.retired_at, null);
  assert.equal(
    dataOf<{ retired_at: string | null }>(await operator.call("PATCH", path, { retired: false })).retired_at,
    null,
  );
});

test("a source is made, tried, given a new address and secret, and retired", async () => {
  const settings = { auth: "hmac", fields: { to: "msisdn" } };
  const made = dataOf<NewSource>(
    await operator.post("operator/sources", { kind: "generic", name: "One", settings }),
  );
  assert.match(made.url, /\/in\/generic\/\d+\/in_/);
  const guide = await operator.get(`operator/sources/${made.id}/guide`);
  assert.deepEqual(dataOf<Guide>(guide).steps, made.steps);
  assert.match(dataOf<Guide>(guide).url, /\/in\/generic\/\d+\/…$/);
  for (const secret of [made.secret ?? "", made.url]) assert.ok(!guide.text.includes(secret), "no secret");
  const sent = { to: "+1 555 019 9999", text: "Your code is 1234" };
  assert.equal(
    dataOf<{ receipt: string }>(await operator.post(`operator/sources/${made.id}/test`, sent)).receipt,
    "unmatched",
  );
  const renewed = dataOf<NewSource>(await operator.post(`operator/sources/${made.id}/rotate`));
  assert.notEqual(renewed.secret, made.secret);
  assert.notEqual(renewed.url, made.url);
  assert.match(JSON.stringify(await readSettings(app, made.id)), /"to":"msisdn"/, "the rest stays");
  const at = (url: string): Promise<number> =>
    fetch(url.replace(/^http:\/\/[^/]+/, app.url), {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    }).then(({ status }) => status);
  assert.deepEqual([await at(made.url), await at(renewed.url)], [404, 403]);
  dataOf(await operator.post(`operator/sources/${made.id}/retire`));
  assert.equal(await at(renewed.url), 404);
  assert.equal((await operator.post(`operator/sources/${made.id}/test`, sent)).body.code, "source_not_found");
  assert.equal((await operator.get(`operator/sources/${made.id}/guide`)).body.code, "source_not_found");
  assert.equal(
    (await operator.post("operator/sources", { kind: "generic", name: "x", settings: { nonsense: 1 } })).body
      .field,
    "nonsense",
  );
});

test("customers: found, credited with a reason, and everything about them on one page", async () => {
  const account = await app.account();
  const [found] = dataOf<{ id: number }[]>(
    await operator.get(`operator/customers?q=${account.username.toUpperCase()}`),
  );
  assert.equal(found?.id, account.accountId);
  const path = `operator/customers/${account.accountId}`;
  const credited = await operator.post(`${path}/credit`, {
    mode: "live",
    amount: "1000.50",
    reason: "bank transfer",
    reference: "transfer 17",
  });
  assert.match(credited.text, /"balance":1000\.50/);
  const taken = await operator.post(`${path}/credit`, {
    mode: "live",
    amount: -0.5,
    reason: "mistake",
  });
  assert.match(taken.text, /"balance":1000\.00/);
  assert.equal(
    (await operator.post(`${path}/credit`, { mode: "live", amount: 0, reason: "x" })).body.field,
    "amount",
  );
  assert.equal((await operator.post(`${path}/credit`, { mode: "live", amount: 5 })).body.field, "reason");
  const page = dataOf<{ actions: { action: string }[]; keys: object[] }>(await operator.get(path));
  assert.deepEqual(
    [page.actions.map(({ action }) => action), page.keys.length],
    [["wallet.adjustment", "wallet.credit", "account.create"], 2],
  );
  const statement = await (
    await (await addTestMember(app, account.accountId, "viewer")).signIn()
  ).get("wallet/statement?kind=adjustment&format=csv");
  assert.match(statement.text, /^seq,time,.*\r\n2,.*,adjustment,,,0\.50,1000\.00,mistake,0\.50,\r\n$/);
  await assertBooks(app.db);
});

test("the overview counts what was rented; orders of all accounts come page by page", async () => {
  const overview = dataOf<{ today: { orders: number; delivered: number }; hours: object[]; table: object[] }>(
    await operator.get("operator/overview"),
  );
  assert.deepEqual(
    [overview.today.orders, overview.today.delivered, overview.hours.length, overview.table.length > 0],
    [3, 1, 48, true],
  );
  const [first] = dataOf<{ order_id: string; cursor: string }[]>(
    await operator.get("operator/orders?limit=1"),
  );
  const rest = dataOf<{ order_id: string }[]>(
    await operator.get(`operator/orders?before=${encodeURIComponent(first?.cursor ?? "")}`),
  );
  assert.equal(rest.length, 2);
  assert.ok(rest.every(({ order_id: id }) => id !== first?.order_id));
  const health = await operator.get("operator/health");
  assert.ok(!health.text.includes(app.encryptionKey));
  for (const path of ["operator/services?restricted=1", "operator/outbox"]) dataOf(await operator.get(path));
  const allowed = await operator.post("operator/services/paypal/allow", { reason: "agreed" });
  assert.equal(dataOf<{ restricted: boolean }>(allowed).restricted, false);
  assert.equal((await openBrowser(app).get("operator/overview")).status, 401);
});

test("what could open an earlier renter's account is nobody's to be given, and the operator reads why", async () => {
  const [number = ""] = await stock(app, 1, { first: 34612345670, country: "ES" });
  const source = await addSource(app);
  const spanish = (service: string): Record<string, unknown> => rentBody({ country: "ES", service });
  const first = clientFor(app, (await app.account(100_000)).liveKey);
  const earlier = (await first.post("/rent", spanish("telegram"))).body.data as { order_id: string };
  await source.send({ to: number, from: "Telegram", text: "Telegram code: 48213", id: "hers" });
  assert.equal((await first.post("/finish", earlier)).status, 200);

  const second = clientFor(app, (await app.account(100_000)).liveKey);
  const order = (await second.post("/rent", spanish("whatsapp"))).body.data as { order_id: string };
  // Hers ended long ago: its late messages no longer count.
  await app.db.rows(`update orders set closed_at = closed_at - interval '2 days' where order_id = $1`, [
    Number(earlier.order_id),
  ]);
  await source.send({ to: number, from: "Telegram", text: "Telegram code: 50001", id: "hers again" });
  const [message] = dataOf<{ id: number; reason: string }[]>(await operator.get("operator/messages"));
  assert.equal(message?.reason, "earlier_renter");
  assert.deepEqual(dataOf<object[]>(await operator.get(`operator/messages/${message?.id}/candidates`)), []);
  const refused = await operator.post(`operator/messages/${message?.id}/assign`, order);
  assert.equal(refused.body.code, "message_not_assignable");
  assert.match(refused.text, /An earlier renter of this number used the service/);
});
