import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { addTestMember, type Browser, type Reply } from "../helpers/browser.ts";
import { clientFor, rentBody } from "../helpers/client.ts";
import { addSource, stock } from "../helpers/stock.ts";
import type { OperatorOrder } from "#answers/operator/orders.ts";
import type { Overview } from "#answers/operator/overview.ts";
import type { AuditEntry, Health, RanJob } from "#answers/operator/system.ts";

let app: TestApp;
let operator: Browser;
before(async () => {
  app = await startTestApp();
  operator = await (await addTestMember(app, 0, "operator")).signIn();
});
after(() => app.close());

const dataOf = <T>(reply: Reply): T => {
  assert.equal(reply.status, 200, reply.text);
  return reply.body.data as T;
};

const rent = async (client: ReturnType<typeof clientFor>, body = {}): Promise<string> => {
  const reply = await client.post("/rent", rentBody({ service: "whatsapp", ...body }));
  assert.equal(reply.status, 200, reply.text);
  return (reply.body.data as { order_id: string }).order_id;
};

test("an order remembers what its number cost; the margin is of those that brought a code", async () => {
  const numbers = await stock(app, 3, { first: 15550700001 });
  const client = clientFor(app, (await app.account(1_000_000)).liveKey);
  dataOf(await operator.call("PATCH", "operator/pools/1", { cost: "200.00" }));
  await rent(client);
  const prices = [{ country: "US", service: "whatsapp", price: 450, cost: "310.50" }];
  dataOf(await operator.call("PUT", "operator/pools/1/prices", { prices }));
  await rent(client);
  await rent(client, { service: "telegram" });
  dataOf(await operator.call("PATCH", "operator/pools/1", { cost: 0 }));
  const source = await addSource(app);
  for (const [place, to] of numbers.entries())
    await source.send({ to, from: "WhatsApp", text: `Your WhatsApp code is 12345${place}`, id: `m${place}` });

  const orders = dataOf<OperatorOrder[]>(await operator.get("operator/orders"));
  assert.deepEqual(
    orders.map(({ service, cost }) => `${service} ${cost}`).toSorted(),
    ["telegram 200", "whatsapp 200", "whatsapp 310.5"],
    "what the pool and its prices say now changes none of them",
  );
  const { today, table } = dataOf<Overview>(await operator.get("operator/overview"));
  assert.deepEqual([today.delivered, today.revenue, today.margin], [2, 900, 900 - 510.5]);
  assert.equal(table.find(({ service }) => service === "whatsapp")?.margin, 389.5);
  assert.equal((await operator.call("PATCH", "operator/pools/1", { cost: -1 })).body.field, "cost");
});

test("orders of all accounts are narrowed by what is asked, and kept as a file", async () => {
  const find = async (query: string): Promise<number> =>
    dataOf<object[]>(await operator.get(`operator/orders?${query}`)).length;
  const [first] = dataOf<OperatorOrder[]>(await operator.get("operator/orders"));
  const account = first?.account_id;
  assert.deepEqual(
    [
      await find("service=whatsapp"),
      await find("service=telegram&country=us&pool=1&supplier=inventory"),
      await find("status=RECEIVED,FINISHED"),
      await find(`account=${account}&mode=live`),
      await find("pool=2"),
      await find("to=2020-01-01"),
      await find(`from=2020-01-01&q=${first?.order_id}`),
    ],
    [2, 1, 2, 3, 0, 0, 1],
  );
  assert.equal((await operator.get("operator/orders?from=yesterday--")).body.field, "from");
  const file = await operator.get("operator/orders?format=csv&service=whatsapp");
  assert.match(file.headers.get("content-disposition") ?? "", /orders\.csv/);
  const lines = file.text.trim().split("\r\n");
  assert.match(lines[0] ?? "", /^order_id,customer,mode,.*,price,cost,/);
  assert.deepEqual([lines.length, lines.every((line) => !line.includes("telegram"))], [3, true]);
});

test("a wallet's own limit of open orders holds at once, in its mode alone", async () => {
  await stock(app, 3, { first: 15550710001 });
  const account = await app.account(1_000_000);
  const path = `operator/customers/${account.accountId}`;
  const client = clientFor(app, account.liveKey);
  const set = (max_open_orders: unknown, reason = "fraud"): Promise<Reply> =>
    operator.post(`${path}/limits`, { mode: "live", max_open_orders, reason });
  assert.equal((await set(1, "")).body.field, "reason");
  assert.equal((await set(-1)).body.field, "max_open_orders");
  dataOf(await set(1));
  await rent(client);
  const refused = await client.post("/rent", rentBody({ service: "telegram" }));
  assert.deepEqual([refused.status, refused.body.code], [429, "too_many_open_orders"]);
  await rent(clientFor(app, account.testKey), { service: "telegram" });
  dataOf(await set(null));
  await rent(client, { service: "telegram" });
  const { wallets, actions } = dataOf<{
    wallets: { mode: string; max_open_orders: number | null }[];
    actions: { action: string }[];
  }>(await operator.get(path));
  assert.ok(wallets.every((wallet) => wallet.max_open_orders === null));
  assert.equal(actions.filter(({ action }) => action === "wallet.set-order-limit").length, 2);
});

test("a line that is rented again and again without a message is told as silent; one message and it is not", async () => {
  const [number = ""] = await stock(app, 1, { first: 33612300001, country: "FR" });
  const client = clientFor(app, (await app.account(1_000_000)).liveKey);
  for (const service of ["whatsapp", "telegram", "google"])
    await client.post("/cancel", { order_id: await rent(client, { country: "FR", service }) });
  const silent = async (): Promise<[number, string[]]> => [
    dataOf<{ silent_numbers: number }>(await operator.get("operator/overview")).silent_numbers,
    dataOf<{ number: string }[]>(await operator.get("operator/numbers?silent=1")).map((row) => row.number),
  ];
  assert.deepEqual(await silent(), [1, [number]]);
  await (await addSource(app)).send({ to: number, from: "x", text: "hello", id: "s1" });
  assert.deepEqual(await silent(), [0, []]);
});

test("an import tells how far it is, line by line, and its report last", async () => {
  const csv = `number\n${Array.from({ length: 12_000 }, (_, place) => 15552000000 + place).join("\n")}\n12\n`;
  const headers = { accept: "application/x-ndjson" };
  const body = { pool: 1, csv, dry_run: false };
  const { status, text } = await operator.post("operator/numbers/import", body, { headers });
  assert.equal(status, 200);
  type Line = { status: string; read?: number; data?: { added: number; rejected: { line: number }[] } };
  const lines = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
  assert.deepEqual(
    lines.map((line) => [line.status, line.read]),
    [
      ["progress", 5000],
      ["progress", 10_000],
      ["progress", 12_001],
      ["success", undefined],
    ],
  );
  const report = lines.at(-1)?.data;
  assert.deepEqual([report?.added, report?.rejected.map(({ line }) => line)], [12_000, [12_002]]);
  const faulty = await operator.post("operator/numbers/import", { ...body, csv: "foo\n1" }, { headers });
  assert.deepEqual([faulty.status, faulty.body.code], [400, "invalid_file"]);
});

test("a file of prices is looked at first: every wrong line by its number, nothing changed", async () => {
  const path = "operator/pools/2/prices";
  const csv = "service;country;price;cost\nwa;us;500;\n;;1;\ntelegram;;0;\ngoogle;XX;5;1\n;US;12,500;\n";
  const { prices, faults } = dataOf<{ prices: object[]; faults: { line: number; field: string }[] }>(
    await operator.post(`${path}/check`, { csv }),
  );
  assert.deepEqual(
    faults.map(({ line, field }) => [line, field]),
    [
      [3, "country"],
      [4, "price"],
      [5, "country"],
      [6, "price"],
    ],
  );
  assert.equal(prices.length, 4);
  assert.deepEqual(dataOf<object[]>(await operator.get(path)), []);
  assert.equal((await operator.post(`${path}/check`, { csv: "a,b\n" })).body.code, "invalid_file");
  assert.equal((await operator.post("operator/pools/99/prices/check", { csv })).body.code, "unknown_pool");
});

test("a job takes a turn by hand, which is written down", async () => {
  dataOf<RanJob>(await operator.post("operator/jobs/clean%20up/run"));
  const { jobs } = dataOf<Health>(await operator.get("operator/health"));
  const job = jobs.find(({ name }) => name === "clean up");
  assert.deepEqual([job?.ok, job?.failures, (job?.turns ?? 0) > 0], [true, 0, true]);
  assert.equal((await operator.post("operator/jobs/nothing/run")).body.code, "job_not_found");
  const [action] = dataOf<AuditEntry[]>(await operator.get("operator/audit?action=job&q=clean"));
  assert.deepEqual([action?.action, action?.subject, action?.ip], ["job.run", "clean up", "127.0.0.1"]);
});

test("what was done stays written: no change, no deletion, no emptying, whoever asks the database", async () => {
  const count = async (): Promise<number> =>
    (await app.db.rows<{ n: number }>(`select count(*)::int as n from audit_log`))[0]?.n ?? 0;
  const before = await count();
  assert.ok(before > 0);
  for (const statement of [
    `update audit_log set actor = 'nobody'`,
    `delete from audit_log`,
    `truncate audit_log`,
    `truncate postings`,
    `truncate accounts cascade`,
  ])
    await assert.rejects(app.db.rows(statement), /append-only|never deleted/, statement);
  assert.equal(await count(), before);
  const day = new Date(app.clock.now().getTime() + 86_400_000).toISOString();
  const narrowed = async (query: string): Promise<number> =>
    dataOf<object[]>(await operator.get(`operator/audit?${query}`)).length;
  assert.deepEqual([await narrowed(`from=${day}`), await narrowed("action=pool&q=pool")], [0, 3]);
  const file = await operator.get("operator/audit?format=csv&action=pool");
  assert.equal(file.text.trim().split("\r\n").length, 4);
});
