import assert from "node:assert/strict";
import { test } from "node:test";
import type { Line } from "#answers/operator/lines.ts";
import type { Overview } from "#answers/operator/overview.ts";
import type { Sources } from "#answers/operator/sources.ts";
import { reportLink } from "../../src/domain/lines/change-line.ts";
import { forgetLines, learnUsualGaps } from "../../src/domain/lines/keep-lines.ts";
import { stateOf } from "../../src/domain/lines/line.ts";
import { listLinesOf } from "../../src/domain/lines/queries.ts";
import { retireSource } from "../../src/domain/sources/change-source.ts";
import { createSource } from "../../src/domain/sources/create-source.ts";
import { startTestApp } from "../helpers/app.ts";
import { addTestMember } from "../helpers/browser.ts";
import { clientFor, rentBody, type Client } from "../helpers/client.ts";
import { perFile } from "../helpers/fixtures.ts";
import { refusal, rent } from "../helpers/orders.ts";
import { stock } from "../helpers/stock.ts";
import { toolFor } from "../helpers/tool.ts";

// What numbers are heard through, how that is learnt, and that numbers nobody can hear are not sold.

const app = perFile(() => startTestApp());
const operator = perFile(async () => (await addTestMember(app, 0, "operator")).signIn());
const [first, second] = ["15550100000", "15550100001"];
perFile(() => stock(app, 2));

interface Gateway {
  id: number;
  hear(number: string, over?: Record<string, unknown>): Promise<void>;
}
let said = 0;

/** A gateway with several SIMs, which says which of them heard a message. */
async function gateway(): Promise<Gateway> {
  const fields = { to: "to", from: "from", text: "text", id: "id", line: "sim", timestamp: "at" };
  const settings = { fields, auth: { kind: "none" } };
  const { id, token } = await createSource(app, { kind: "generic", name: "farm", settings, actor: "test" });
  return {
    id,
    async hear(number, over = {}) {
      const body = { to: number, from: "X", text: `Hello ${++said}`, id: `m${said}`, sim: "sim 1", ...over };
      const answer = await fetch(`${app.url}/in/generic/${id}/${token}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      assert.equal(answer.status, 200, await answer.text());
      await written();
    },
  };
}

async function written(): Promise<void> {
  const ran = await operator.post(`operator/jobs/${encodeURIComponent("note what lines hear")}/run`, {});
  assert.equal((ran.body.data as { went_well: boolean }).went_well, true, ran.text);
}
const lines = async (): Promise<Line[]> => (await operator.get("operator/lines")).body.data as Line[];
async function lineOf({ id }: Gateway, name = "sim 1"): Promise<Line> {
  const line = (await lines()).find((one) => one.source.id === id && one.name === name);
  assert.ok(line, `line ${name}`);
  return line;
}
const change = (line: Line, to: "up" | "down") =>
  operator.post(`operator/lines/${line.id}/${to}`, { reason: "test" });

const asked = { country: "US", service: "telegram" };

/** How many of the two numbers a customer is offered. */
async function onSale(client: Client): Promise<number> {
  const { body } = await client.get("/services", asked);
  const [pool] = body.data as unknown as { count: number }[];
  const { body: all } = await client.get("/services", { country: "US" });
  assert.ok(JSON.stringify(all.data).includes('"telegram"'), "services are listed without stock, too");
  return pool?.count ?? -1;
}

test("a number is bound to what it is heard through; another SIM of the source takes its place, another source does not", async () => {
  const farm = await gateway();
  const other = await gateway();
  await farm.hear(first);
  await farm.hear(second, { sim: "sim 2" });
  await other.hear(`+${first}`, { sim: "" });
  const through = async () =>
    (await listLinesOf(app.db, first))
      .map(({ line, source, until }) => `${source}/${line}/${until === null ? "now" : "ended"}`)
      .toSorted();
  assert.deepEqual(await through(), ["farm//now", "farm/sim 1/now"]);
  assert.deepEqual([(await lineOf(farm)).numbers, (await lineOf(other, "")).numbers], [1, 1]);
  app.clock.advance(60);
  await farm.hear(first, { sim: "sim 9" });
  assert.deepEqual(await through(), ["farm//now", "farm/sim 1/ended", "farm/sim 9/now"]);
  await farm.hear(first, { sim: "sim 9" });
  assert.equal((await through()).length, 3, "nothing new");
  await retireSource(app, { id: other.id, actor: "test" });
  const before = (await lines()).length;
  await forgetLines({
    db: app.db,
    clock: { now: () => new Date(app.clock.now().getTime() + 181 * 86_400_000) },
  });
  assert.equal(
    (await lines()).length,
    before - 1,
    "the SIM that is gone is forgotten; what numbers are heard through is not",
  );
  assert.deepEqual(await through(), ["farm/sim 9/now"]);
  await retireSource(app, { id: farm.id, actor: "test" });
});

test("a number is not sold while everything it is heard through is down", async () => {
  const { liveKey } = await app.account(1_000_000_00);
  const client = clientFor(app, liveKey);
  assert.equal(await onSale(client), 2, "never heard through anything in use");
  const [one, two] = [await gateway(), await gateway()];
  await one.hear(first);
  await two.hear(first);
  await one.hear(second, { sim: "sim 2" });
  assert.equal((await change(await lineOf(one), "down")).status, 200);
  assert.equal(await onSale(client), 2, "the other source hears it");
  assert.equal((await change(await lineOf(two), "down")).status, 200);
  assert.equal(await onSale(client), 1);
  const shown = (await operator.get("operator/overview")).body.data as Overview;
  assert.equal(shown.lines.down, 2);
  await one.hear(first);
  assert.equal(await onSale(client), 1, "an operator's word stands");
  assert.equal((await change(await lineOf(one), "up")).status, 200);
  assert.equal(await onSale(client), 2);
  assert.equal((await change(await lineOf(two), "up")).status, 200);

  await reportLink(app, { sourceId: one.id, line: "sim 2", fault: "the modem does not answer" });
  const { state, down_reason: reason } = await lineOf(one, "sim 2");
  assert.deepEqual([state, reason], ["down", "the modem does not answer"]);
  assert.equal(await onSale(client), 1);
  app.clock.advance(1);
  await one.hear(second, { sim: "sim 2" });
  assert.equal((await lineOf(one, "sim 2")).state, "up", "it was heard again");
  assert.equal(await onSale(client), 2);
  await reportLink(app, { sourceId: one.id, line: "sim 2", fault: "offline" });
  await reportLink(app, { sourceId: one.id, line: "sim 2", fault: null });
  assert.equal((await lineOf(one, "sim 2")).state, "up");

  await reportLink(app, { sourceId: one.id, line: "sim 2", fault: "offline" });
  const rented = await rent(client, { service: "telegram" });
  assert.equal(rented.number.replace("+", ""), first);
  assert.deepEqual(refusal(await client.post("/rent", rentBody(asked))), [409, "no_numbers"]);
  await reportLink(app, { sourceId: one.id, line: "sim 2", fault: null });
  assert.equal((await client.post("/rent", rentBody(asked))).status, 200);
  const known = await app.db.rows<{ action: string; detail: { line: string; reason: string } }>(
    `select action, detail from audit_log where subject = $1 and action like 'line.%' order by id`,
    [`source ${one.id}`],
  );
  assert.deepEqual(
    known.map(({ action, detail }) => [action, detail.line, detail.reason]),
    [
      ["line.down", "sim 1", "test"],
      ["line.up", "sim 1", "test"],
    ],
  );
  assert.deepEqual(refusal(await operator.post("operator/lines/999999/down", { reason: "x" })), [
    404,
    "line_not_found",
  ]);
  assert.deepEqual(refusal(await operator.post("operator/lines/1/down", { reason: "" })), [
    400,
    "invalid_request",
    "reason",
  ]);
});

test("a source that is down as a whole takes all its lines down, but for what the operator said, and up again", async () => {
  const farm = await gateway();
  await farm.hear(first);
  await farm.hear(second, { sim: "sim 2" });
  await change(await lineOf(farm, "sim 2"), "down");
  await reportLink(app, { sourceId: farm.id, line: null, fault: "no connection" });
  const states = async () =>
    (await lines())
      .filter(({ source }) => source.id === farm.id)
      .map(({ name, state, down_reason: reason }) => `${name}: ${state} ${reason ?? ""}`)
      .toSorted();
  assert.deepEqual(await states(), [": down no connection", "sim 1: down no connection", "sim 2: down test"]);
  await reportLink(app, { sourceId: farm.id, line: null, fault: null });
  assert.deepEqual(await states(), [": up ", "sim 1: up ", "sim 2: down test"]);
  await retireSource(app, { id: farm.id, actor: "test" });
});

test("what a line hears is counted, with how long it took; repeats are not, and the last error is shown", async (t) => {
  app.clock.stop(t);
  const farm = await gateway();
  const seconds = (n: number): string => new Date(app.clock.now().getTime() - n * 1000).toISOString();
  await farm.hear(first, { at: seconds(2), id: "a" });
  await farm.hear(first, { at: seconds(6), id: "b", text: "Another" });
  await farm.hear(first, { at: seconds(6), id: "b", text: "Another" });
  await farm.hear(second, { id: "c" });
  const line = await lineOf(farm);
  const lags = [line.lag_seconds, line.longest_lag_seconds].map((lag) => Math.floor(lag ?? -1)); // Sources' times are in seconds.
  assert.deepEqual([line.messages_hour, line.messages_day, ...lags, line.numbers], [3, 3, 4, 6, 2]);
  app.clock.advance(2 * 3600);
  assert.deepEqual([(await lineOf(farm)).messages_hour, (await lineOf(farm)).messages_day], [0, 3]);

  await assert.rejects(farm.hear("12", { id: "d" }));
  await written();
  const { sources } = (await operator.get("operator/sources")).body.data as Sources;
  const { fault } = sources.find(({ id }) => id === farm.id) ?? {};
  assert.match(fault?.text ?? "", /^to is not a phone number/);
});

test("a line is silent when it is so for longer than usual, which one outage does not change", async () => {
  const farm = await gateway();
  await farm.hear(first, { sim: "quiet" });
  const { id } = await lineOf(farm, "quiet");
  const at = app.clock.now();
  /** Hours ago. */
  const heard = async (hours: number[]): Promise<void> => {
    await app.db.rows(`delete from line_activity where line_id = $1`, [id]);
    await app.db.rows(
      `insert into line_activity (line_id, from_at, messages, timed, lag_milliseconds, longest_lag_milliseconds)
       select $1, $2::timestamptz - make_interval(hours => h), 1, 0, 0, 0 from unnest($3::int[]) h`,
      [id, at, hours],
    );
    await learnUsualGaps(app);
  };
  const usual = async () => (await lineOf(farm, "quiet")).usual_gap_seconds;
  const nights = Array.from({ length: 10 }, (_, day) => [day * 24 + 1, day * 24 + 3, day * 24 + 12]).flat();
  await heard([1, 3, 12]);
  assert.equal(await usual(), null, "too little is known");
  await heard(nights);
  assert.equal(await usual(), 13 * 3600);
  await heard(nights.filter((hours) => hours < 60 || hours > 130));
  assert.equal(await usual(), 13 * 3600, "one outage of three days");

  const last = { heardAt: at, downSince: null, usualGapSeconds: 3600 };
  const later = (seconds: number): Date => new Date(at.getTime() + seconds * 1000);
  assert.equal(stateOf(last, later(5400)), "up");
  assert.equal(stateOf(last, later(5401)), "silent");
  assert.equal(stateOf({ ...last, usualGapSeconds: null }, later(10 ** 7)), "up");
  assert.equal(stateOf({ ...last, heardAt: null }, at), "unheard");
  assert.equal(stateOf({ ...last, downSince: at }, at), "down");
});

test("the operator does it on the command line", async () => {
  const tool = toolFor(app);
  const farm = await gateway();
  await farm.hear(first);
  const { id } = await lineOf(farm);
  const done = await tool(["line", "down", String(id), "--reason", "SIM blocked"]);
  assert.equal(done.code, 0, done.stderr);
  const { json } = await tool(["line", "list", "--source", String(farm.id), "--json"]);
  const [line] = json as Record<string, unknown>[];
  assert.deepEqual(
    [line?.["name"], line?.["state"], line?.["down_reason"]],
    ["sim 1", "down", "SIM blocked"],
  );
  assert.equal((await tool(["line", "up", String(id), "--reason", "new SIM"])).code, 0);
  assert.equal((await lineOf(farm)).state, "up");
  const wrong = await tool(["line", "up", "999999", "--reason", "x"]);
  assert.equal(wrong.code, 1);
  assert.match(wrong.stderr, /There is no line 999999/);
});
