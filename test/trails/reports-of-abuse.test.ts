import assert from "node:assert/strict";
import { test } from "node:test";
import type { ListedReport, OperatorCase, SideOfCase } from "#answers/cases.ts";
import { openLetter } from "../../src/domain/mail/sealed-letter.ts";
import { cleanUp } from "../../src/jobs/clean-up.ts";
import { startTestApp } from "../helpers/app.ts";
import { addTestMember, openBrowser, type Browser, type Reply } from "../helpers/browser.ts";
import { clientFor } from "../helpers/client.ts";
import { perFile } from "../helpers/fixtures.ts";
import { refusal, rent } from "../helpers/orders.ts";
import { stock } from "../helpers/stock.ts";
import { toolFor } from "../helpers/tool.ts";

// A report of abuse, from the form to the appeal: each side reads what concerns it and nothing of the other.

const daySeconds = 86_400;
const app = perFile(async () => {
  const started = await startTestApp({
    TRUSTED_PROXIES: "127.0.0.1",
    ABUSE_MAILBOX: "Abuse <abuse@shop.example>",
    ABUSE_DECISION_DAYS: "7",
    ABUSE_APPEAL_DAYS: "30",
    LOG_LEVEL: "silent",
  });
  await stock(started, 20);
  return started;
});
const tool = toolFor(app);

const story = "Somebody who called herself a bank wrote to me.";
let addresses = 0;

/** Sends the form from an address that nobody used before. */
function report(over: Record<string, unknown> = {}, from = `198.51.100.${++addresses}`): Promise<Reply> {
  const body = { number: "+1 555 010 0019", category: "fraud", text: story, ...over };
  return openBrowser(app).post("report", body, { headers: { "x-forwarded-for": from } });
}

interface Filed {
  id: number;
  name: string;
  link: string;
  token: string;
}

async function file(over: Record<string, unknown> = {}): Promise<Filed> {
  const reply = await report(over);
  assert.equal(reply.status, 200, reply.text);
  const { name, link } = reply.body.data as Filed;
  return { name, link, id: Number(name.slice(1)), token: link.split("#token=")[1] ?? "" };
}

/** Somebody who rents a number, and an owner of their account. */
async function customer(): Promise<{
  username: string;
  accountId: number;
  number: string;
  owner: Browser;
  email: string;
}> {
  const account = await app.account(1_000_000);
  const { number } = await rent(clientFor(app, account.liveKey));
  const member = await addTestMember(app, account.accountId, "owner");
  return { ...account, number, owner: await member.signIn(), email: `${member.username}@example.com` };
}

const operator = async (): Promise<Browser> => (await addTestMember(app, 0, "operator")).signIn();

async function lettersTo(recipient: string): Promise<string[]> {
  const letters = await app.db.rows<{ id: number; recipient: string; textSealed: Buffer }>(
    `select id, recipient, text_sealed as "textSealed" from outbox where recipient = $1 order by id`,
    [recipient],
  );
  return letters.map((letter) => openLetter(app.sealer, letter));
}

const seen = async (token: string): Promise<SideOfCase> => {
  const reply = await openBrowser(app).post("report/case", { token });
  assert.equal(reply.status, 200, reply.text);
  return reply.body.data;
};
const casesOf = async (owner: Browser): Promise<SideOfCase[]> => (await owner.get("cases")).body.data;
const decided = async (by: Browser, { id }: Filed, body: object): Promise<Reply> =>
  by.post(`operator/reports/${id}/decide`, body);
const actions = (id: number): Promise<{ action: string; detail: object }[]> =>
  app.db.rows(`select action, detail from audit_log where subject = $1 order by id`, [`report ${id}`]);

test("a report is received, decided with reasons for both sides, appealed by both, and erased by rule", async () => {
  const { username, accountId, number, owner, email } = await customer();
  const ada = await operator();
  const filed = await file({
    number: `+${number}`,
    email: "eve@example.org",
    happened_at: app.clock.now().toISOString(),
  });

  const [receipt = ""] = await lettersTo("eve@example.org");
  const waiting = await seen(filed.token);
  const due = waiting.due_at ?? "";
  assert.equal(Math.round((Date.parse(due) - Date.parse(waiting.created_at ?? "")) / 1000), 7 * daySeconds);
  assert.ok(
    receipt.includes(filed.name) && receipt.includes(filed.link) && receipt.includes(due.slice(0, 10)),
  );
  assert.match(
    (await lettersTo("abuse@shop.example")).at(-1) ?? "",
    new RegExp(`/operator/reports/${filed.id}\\b`),
  );
  assert.deepEqual([waiting.state, waiting.may_appeal], ["open", false]);
  assert.deepEqual(
    waiting.steps.map(({ side, text }) => [side, text]),
    [["reporter", story]],
  );
  assert.deepEqual(await casesOf(owner), [], "nobody is told before a decision");

  // The operator finds it, sees who had the number, and decides.
  const listed: ListedReport[] = (await ada.get(`operator/reports?state=open&q=${filed.name}`)).body.data;
  assert.deepEqual(
    listed.map(({ id }) => id),
    [filed.id],
  );
  const review: OperatorCase = (await ada.get(`operator/reports/${filed.id}`)).body.data;
  assert.deepEqual(
    [
      review.email,
      review.own_number?.retired_at,
      review.holders.map(({ account, at_the_time: at }) => [account, at]),
    ],
    ["eve@example.org", null, [[username, true]]],
  );
  const nobody = {
    outcome: "account_suspended",
    to_reporter: "We acted.",
    to_customer: "The number was misused.",
  };
  assert.deepEqual(refusal(await decided(ada, filed, nobody)), [400, "invalid_request", "account"]);
  const stranger = await customer();
  const wrong = { ...nobody, account_id: stranger.accountId };
  assert.deepEqual(refusal(await decided(ada, filed, wrong)), [409, "never_had_number", "account"]);
  const silent = { outcome: "account_suspended", account_id: accountId, to_reporter: "We acted." };
  assert.deepEqual(refusal(await decided(ada, filed, silent)), [400, "invalid_request", "to_customer"]);
  const decision = { ...nobody, account_id: accountId };
  assert.equal((await decided(ada, filed, decision)).status, 200);
  assert.deepEqual(refusal(await decided(await operator(), filed, decision)), [409, "report_decided"]);
  const isSuspended = async (): Promise<boolean> =>
    (await app.db.rows(`select 1 from accounts where id = $1 and suspended_at is not null`, [accountId]))
      .length > 0;
  assert.ok(await isSuspended());

  // Each side reads its own reasons, in a letter and on its page, and nothing of the other.
  const toReporter = (await lettersTo("eve@example.org")).at(-1) ?? "";
  const toCustomer = (await lettersTo(email)).at(-1) ?? "";
  assert.ok(toReporter.includes("We acted.") && toReporter.includes(filed.link));
  assert.ok(toCustomer.includes("The number was misused.") && toCustomer.includes(`${app.url}/cases`));
  const forReporter = await openBrowser(app).post("report/case", { token: filed.token });
  const forCustomer = await owner.get("cases");
  assert.deepEqual(
    (forReporter.body.data as SideOfCase).steps.map(({ side, text }) => [side, text]),
    [
      ["reporter", story],
      ["operator", "We acted."],
    ],
  );
  assert.deepEqual(
    (forCustomer.body.data as SideOfCase[]).map((one) => one.steps.map(({ side, text }) => [side, text])),
    [[["operator", "The number was misused."]]],
  );
  for (const text of [toReporter, forReporter.text])
    for (const secret of [username, email, `"${accountId}"`, "The number was misused."])
      assert.ok(!text.includes(secret), text);
  for (const text of [toCustomer, forCustomer.text])
    for (const secret of ["eve@example.org", story, "We acted.", filed.token])
      assert.ok(!text.includes(secret), text);
  assert.deepEqual(
    refusal(await stranger.owner.post(`cases/${filed.id}/appeal`, { text: "It was not me." })),
    [404, "report_not_found"],
  );

  const [theirs] = forCustomer.body.data as SideOfCase[];
  assert.deepEqual(
    [theirs?.created_at, theirs?.due_at, theirs?.happened_at],
    [null, null, null],
    "when somebody reported is not told",
  );

  // The customer appeals although suspended; the reporter does not learn of it, and may appeal as well.
  const plea = "It was my own test system.";
  assert.equal((await owner.post(`cases/${filed.id}/appeal`, { text: plea })).status, 200);
  assert.deepEqual(refusal(await owner.post(`cases/${filed.id}/appeal`, { text: plea })), [
    409,
    "not_appealable",
  ]);
  assert.deepEqual(
    [(await casesOf(owner))[0]?.state, (await seen(filed.token)).state],
    ["appealed", "decided"],
  );
  assert.ok(!JSON.stringify(await seen(filed.token)).includes(plea));
  const upheld = { outcome: "account_suspended", to_customer: "A test system has no bank's name." };
  assert.equal((await decided(ada, filed, upheld)).status, 200);
  assert.equal((await seen(filed.token)).steps.length, 2, "what changes nothing is told to whoever appealed");
  assert.equal((await lettersTo("eve@example.org")).length, 2);
  const still = await seen(filed.token);
  assert.equal(
    still.decided_at,
    still.steps.at(-1)?.at,
    "nor does a time show that there was another decision",
  );
  assert.match((await lettersTo(email)).at(-1) ?? "", /no bank's name/);

  const appeal = { token: filed.token, text: "The number is still in use!" };
  assert.equal((await openBrowser(app).post("report/appeal", appeal)).status, 200);
  assert.deepEqual(
    [(await casesOf(owner))[0]?.state, (await seen(filed.token)).state],
    ["decided", "appealed"],
  );
  const retired = {
    outcome: "number_retired",
    to_reporter: "It is out now.",
    to_customer: "It is out, you may go on.",
  };
  assert.equal((await decided(ada, filed, retired)).status, 200);
  assert.equal(await isSuspended(), false, "an overturned suspension ends");
  const after: OperatorCase = (await ada.get(`operator/reports/${filed.id}`)).body.data;
  assert.notEqual(after.own_number?.retired_at, null);
  assert.deepEqual(
    (await actions(filed.id)).map(({ action }) => action),
    ["report.file", "report.decide", "report.appeal", "report.decide", "report.appeal", "report.decide"],
  );
  const log = JSON.stringify(await actions(filed.id));
  assert.ok(!log.includes("eve@example.org") && !log.includes("198.51.100."), log);

  // The customer's export holds it as the customer sees it.
  const exported = (await owner.get("account/export")).text;
  const { cases } = JSON.parse(exported) as { cases: { id: number; entries: { text: string }[] }[] };
  assert.deepEqual(
    cases.map(({ id, entries }) => [id, entries[1]?.text]),
    [[filed.id, plea]],
  );
  assert.ok(
    !exported.includes("eve@example.org") && !exported.includes(story),
    "the export names no reporter",
  );

  // Erased by the rule, and never while somebody may still appeal.
  const rule = { ...app, messageRetentionDays: 30, eventRetentionDays: 30, evidenceRetentionDays: 90 };
  app.clock.advance(30 * daySeconds - 600);
  await cleanUp({ ...rule, caseRetentionDays: 1 });
  assert.equal((await seen(filed.token)).number, number);
  app.clock.advance(1200);
  await cleanUp({ ...rule, caseRetentionDays: 31 });
  assert.equal((await seen(filed.token)).number, number);
  await cleanUp({ ...rule, caseRetentionDays: 30 });
  assert.deepEqual(refusal(await openBrowser(app).post("report/case", { token: filed.token })), [
    404,
    "report_not_found",
  ]);
  const left: OperatorCase = (await (await operator()).get(`operator/reports/${filed.id}`)).body.data;
  assert.deepEqual(
    [
      left.number,
      left.email,
      left.account,
      left.outcome,
      left.steps.map(({ text, to_reporter: r, to_customer: c }) => [text, r, c]),
    ],
    [null, null, null, "number_retired", left.steps.map(() => [null, null, null])],
  );
});

test("whether a number is ours shows in no answer", async () => {
  const { number } = await customer();
  const shapes: string[] = [];
  const shapeOf = (text: string): string =>
    text
      .replaceAll(/zr_\w+/g, "T")
      .replaceAll(/\d/g, "")
      .replace(/"number":"[^"]*"/, "");
  for (const one of [`+${number}`, "+1 555 010 0018", "+44 7911 123456", "00234 803 123 4567"]) {
    const reply = await report({ number: one });
    const { link } = reply.body.data as Filed;
    const token = link.split("#token=")[1] ?? "";
    shapes.push(`${reply.status} ${shapeOf(reply.text)} ${shapeOf(JSON.stringify(await seen(token)))}`);
  }
  assert.equal(new Set(shapes).size, 1, shapes.join("\n"));
});

test("hostile reports get a clear answer", async () => {
  const cases: [over: Record<string, unknown>, expected: unknown[]][] = [
    [{ number: "my neighbour" }, [400, "invalid_request", "number"]],
    [{ number: "+1 555 <script>" }, [400, "invalid_request", "number"]],
    [{ number: "1".repeat(61) }, [400, "invalid_request", "number"]],
    [{ text: "x".repeat(5001) }, [400, "invalid_request", "text"]],
    [{ text: `  ${"x".repeat(9)}  ` }, [400, "invalid_request", "text"]],
    [{ text: "a\u0000 that no database takes" }, [400, "invalid_request", "text"]],
    [{ text: "x".repeat(1024 * 1024) }, [413, "payload_too_large"]],
    [{ category: "boredom" }, [400, "invalid_request", "category"]],
    [{ email: "eve" }, [400, "invalid_request", "email"]],
    [{ email: "eve@example.org\r\nBcc: all@example.org" }, [400, "invalid_request", "email"]],
    [{ happened_at: "2031-01-01" }, [400, "invalid_request", "happened_at"]],
    [{ happened_at: "yesterday" }, [400, "invalid_request", "happened_at"]],
  ];
  for (const [over, expected] of cases)
    assert.deepEqual(refusal(await report(over)), expected, JSON.stringify(over).slice(0, 80));
  for (const token of ["x", "zr_unknown", "zr_' or true --"])
    assert.deepEqual(refusal(await openBrowser(app).post("report/case", { token })), [
      404,
      "report_not_found",
    ]);

  const hostile = `<img src=x onerror=alert(1)> http://evil.example/ \u202egnp.exe ${"y".repeat(4900)}`;
  const filed = await file({ text: hostile, email: "victim@example.org" });
  assert.equal((await seen(filed.token)).steps[0]?.text, hostile, "kept as it was written");
  const letters = [...(await lettersTo("victim@example.org")), ...(await lettersTo("abuse@shop.example"))];
  assert.ok(
    letters.every((letter) => !letter.includes("evil.example")),
    "no letter carries a stranger's words",
  );
});

test("one address or network reports so often and no more, and nobody's mailbox is flooded", async () => {
  const answers = async (from: string[], over = {}): Promise<number[]> => {
    const statuses = [];
    for (const one of from) statuses.push((await report(over, one)).status);
    return statuses;
  };
  const five = [200, 200, 200, 200, 200];
  assert.deepEqual(await answers(Array.from({ length: 6 }, () => "203.0.113.9")), [...five, 429]);
  const network = Array.from({ length: 6 }, (_, n) => `2001:db8:1:2::${n + 1}`);
  assert.deepEqual(await answers(network), [...five, 429]);
  assert.deepEqual(await answers(["203.0.113.10", "2001:db8:1:3::1"]), [200, 200]);
  const many = Array.from({ length: 7 }, (_, n) => `192.0.2.${n + 1}`);
  assert.deepEqual(await answers(many, { email: "flooded@example.org" }), [...five, 200, 200]);
  assert.equal((await lettersTo("flooded@example.org")).length, 5);
});

test("the operator's tool enters, lists, shows and decides a case", async () => {
  const { username, number } = await customer();
  const added = await tool([
    "--as",
    "ada",
    "report",
    "add",
    "--number",
    number,
    "--category",
    "my_number",
    "--text",
    story,
    "--json",
  ]);
  assert.equal(added.code, 0, added.stderr);
  const { name, link } = added.json as Filed;
  const shown = await tool(["report", "show", name]);
  for (const told of [story, username, "in our inventory"])
    assert.ok(shown.stdout.includes(told), shown.stdout);
  const list = await tool(["report", "list", "--state", "open", "--search", name, "--json"]);
  assert.equal((list.json as unknown[]).length, 1);
  const decide = [
    "--as",
    "ada",
    "report",
    "decide",
    name,
    "--outcome",
    "number_retired",
    "--account",
    username,
  ];
  const half = await tool([...decide, "--to-reporter", "It is out.", "--json"]);
  assert.deepEqual([half.code, half.error.field], [1, "to_customer"]);
  const done = await tool([...decide, "--to-reporter", "It is out.", "--to-customer", "It was reported."]);
  assert.equal(done.code, 0, done.stderr);
  const { outcome, steps } = await seen(link.split("#token=")[1] ?? "");
  assert.deepEqual([outcome, steps.at(-1)?.text], ["number_retired", "It is out."]);
  const unknown = await tool([
    "report",
    "decide",
    "R999999",
    "--outcome",
    "nothing",
    "--to-reporter",
    "x",
    "--json",
  ]);
  assert.deepEqual([unknown.code, unknown.error.code], [1, "report_not_found"]);
  const foreign = await file({ number: "+44 7911 123456" });
  const out = await tool([
    "report",
    "decide",
    foreign.name,
    "--outcome",
    "number_retired",
    "--to-reporter",
    "x",
    "--json",
  ]);
  assert.deepEqual([out.code, out.error.code], [1, "number_not_found"]);
});
