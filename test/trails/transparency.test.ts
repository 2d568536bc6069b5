import assert from "node:assert/strict";
import { test } from "node:test";
import type { Health } from "#answers/operator/system.ts";
import type { Transparency } from "#answers/operator/transparency.ts";
import { anchorChain } from "../../src/domain/audit/chain/anchor.ts";
import { extendChain } from "../../src/domain/audit/chain/extend.ts";
import { verifyRecent } from "../../src/domain/audit/chain/verify-recent.ts";
import { recordAction } from "../../src/domain/audit/record-action.ts";
import { openRefusalCounts } from "../../src/domain/refusals/count-refusals.ts";
import { startTestApp } from "../helpers/app.ts";
import { addTestMember, goodPassword, openBrowser, type Browser } from "../helpers/browser.ts";
import { clientFor, rentBody } from "../helpers/client.ts";
import { perFile } from "../helpers/fixtures.ts";
import { refusal, rent } from "../helpers/orders.ts";
import { stock } from "../helpers/stock.ts";
import { toolFor } from "../helpers/tool.ts";

// What the operator publishes of a period, from counts that no restart loses; and whether the audit log is whole.

const app = perFile(() => startTestApp({ LOG_LEVEL: "silent", MESSAGE_RETENTION_DAYS: "60" }));
const tool = toolFor(app);
const operator = async (): Promise<Browser> => (await addTestMember(app, 0, "operator")).signIn();
const day = (n: number): string =>
  new Date(app.clock.now().getTime() + n * 86_400_000).toISOString().slice(0, 10);

test("the report counts what happened in its period and names nobody", async () => {
  const [number = ""] = await stock(app, 1);
  const shop = await app.account(1_000_000);
  const client = clientFor(app, shop.liveKey);
  await rent(client);
  for (let n = 0; n < 3; n++)
    assert.equal(
      (await client.post("/rent", rentBody({ service: "paypal" }))).body.code,
      "service_restricted",
    );
  assert.equal((await clientFor(app, "").get("/user")).status, 401);
  const ada = await operator();
  const filed = await openBrowser(app).post("report", {
    number,
    category: "fraud",
    text: "Somebody wrote to me.",
  });
  const id = Number((filed.body.data as { name: string }).name.slice(1));
  const decision = { outcome: "number_retired", to_reporter: "It is out." };
  assert.equal((await ada.post(`operator/reports/${id}/decide`, decision)).status, 200);
  const owner = await (await addTestMember(app, shop.accountId, "owner")).signIn();
  await app.db.rows(`update orders set status = 'CANCELLED', closed_at = now() where closed_at is null`);
  assert.equal(
    (await owner.call("DELETE", "account", { password: goodPassword, balance: "give_up" })).status,
    200,
  );

  const job = await ada.post("operator/jobs/count%20refusals/run");
  assert.equal((job.body.data as { went_well: boolean }).went_well, true);
  const period = `from=${day(0)}&to=${day(1)}`;
  const report: Transparency = (await ada.get(`operator/transparency?${period}`)).body.data;
  assert.deepEqual(report.orders, { orders: 1, delivered: 0, failed: 1 });
  const count = (route: string, code: string): number | undefined =>
    report.refusals.find((line) => line.route === route && line.code === code)?.n;
  assert.deepEqual(
    [count("/account/api/v1/rent", "service_restricted"), count("/account/api/v1/user", "unauthorized")],
    [3, 1],
  );
  const { received, fraud, decisions, numbersRetired, decidedLate } = report.reports;
  assert.deepEqual([received, fraud, decisions, numbersRetired, decidedLate], [1, 1, 1, 1, 0]);
  assert.equal(report.erasures.accountsClosed, 1);
  assert.ok(report.weakened.some(({ name, value }) => name === "MESSAGE_RETENTION_DAYS" && value === "60"));
  for (const secret of [shop.username, number, "Somebody wrote"])
    assert.ok(!JSON.stringify(report).includes(secret));

  const { text, headers } = await ada.get(`operator/transparency?${period}&format=csv`);
  assert.match(headers.get("content-type") ?? "", /text\/csv/);
  for (const line of [
    "refusals,service_restricted /account/api/v1/rent,3",
    "reports of abuse,received,1",
    "orders,orders,1",
  ])
    assert.ok(text.includes(`${line}\r\n`), text);
  const told = await tool(["transparency", "--from", day(0), "--to", day(1), "--csv"]);
  assert.equal(told.code, 0, told.stderr);
  assert.ok(told.stdout.includes("reports of abuse,received,1"), told.stdout);

  const before: Transparency = (await ada.get(`operator/transparency?from=${day(-1)}&to=${day(0)}`)).body
    .data;
  assert.deepEqual([before.orders.orders, before.refusals, before.reports.received], [0, [], 0]);
  assert.deepEqual(refusal(await ada.get(`operator/transparency?from=${day(0)}&to=${day(0)}`)), [
    400,
    "invalid_request",
    "to",
  ]);
  assert.deepEqual(refusal(await ada.get("operator/transparency?from=2026-13-01&to=2027-01-01")), [
    400,
    "invalid_request",
    "from",
  ]);
});

test("refusals are counted without a query, by several processes, and those that could not be written are not lost", async () => {
  let queries = 0;
  let isDown = false;
  const db = {
    ...app.db,
    rows: <Row>(text: string, values?: unknown[]): Promise<Row[]> => {
      queries++;
      return isDown ? Promise.reject(new Error("down")) : app.db.rows<Row>(text, values);
    },
  };
  const [one, two] = [
    openRefusalCounts({ db, clock: app.clock }),
    openRefusalCounts({ db, clock: app.clock }),
  ];
  for (let n = 0; n < 1000; n++) {
    one.note("/x", "forbidden");
    two.note("/x", n % 2 ? "forbidden" : "not_found");
  }
  assert.equal(queries, 0);
  isDown = true;
  await assert.rejects(one.flush());
  isDown = false;
  one.note("/x", "forbidden");
  queries = 0;
  await Promise.all([one.flush(), two.flush()]);
  await one.flush();
  assert.equal(queries, 2, "one statement each, none if there is nothing");
  assert.deepEqual(await app.db.rows(`select code, n from refusals where route = '/x' order by code`), [
    { code: "forbidden", n: 1501 },
    { code: "not_found", n: 500 },
  ]);
});

test("doctor verifies the audit log, and Health its newest part", async () => {
  const act = async (): Promise<void> => {
    await app.db.transaction((tx) =>
      recordAction(tx, { at: app.clock.now(), actor: "ada", action: "thing.do", subject: "thing 1" }),
    );
    await extendChain(app);
  };
  const anchor = (): Promise<void> => anchorChain(app, async () => {});
  await act();
  const fresh = await verifyRecent(app);
  assert.deepEqual([fresh.faults, fresh.complete], [[], true]);
  await anchor();
  app.clock.advance(86_400);
  await act();
  await anchor();
  app.clock.advance(86_400);
  await act();
  const [first, second] = await app.db.rows<{ day: string; seq: number }>(
    `select day::text, chain_seq as seq from audit_anchors order by day desc limit 2`,
  );
  const recent = await verifyRecent(app);
  assert.deepEqual([recent.since, recent.faults, recent.complete], [second?.day, [], true]);
  assert.ok((first?.seq ?? 0) > (second?.seq ?? 0));
  const bounded = await verifyRecent(app, 1);
  assert.deepEqual([bounded.entries, bounded.complete], [1, false]);

  const { audit } = (await (await operator()).get("operator/health")).body.data as Health;
  assert.deepEqual([audit.since, audit.faults], [second?.day, []]);
  const doctor = await tool(["doctor"]);
  assert.match(doctor.stdout, /ok +audit log +as it was written/);

  await app.db.rows(`alter table audit_log disable trigger user`);
  await app.db.rows(
    `update audit_log set subject = 'thing 2' where id = (select max(id) from audit_log where subject = 'thing 1')`,
  );
  await app.db.rows(`alter table audit_log enable trigger user`);
  assert.match((await verifyRecent(app)).faults.join(), /was changed/);
  const found = await tool(["doctor"]);
  assert.match(found.stdout, /fail +audit log +1 faults/);
  assert.equal(found.code, 1);
});
