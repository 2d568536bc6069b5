import assert from "node:assert/strict";
import { test } from "node:test";
import type { OperatorCase, SideOfCase } from "#answers/cases.ts";
import type { Transparency } from "#answers/operator/transparency.ts";
import { enterAppeal } from "../../src/domain/cases/abuse/appeal.ts";
import type { Side } from "../../src/domain/cases/abuse/report.ts";
import { openLetter } from "../../src/domain/mail/sealed-letter.ts";
import { readRetention } from "../../src/domain/privacy/retention.ts";
import { startTestApp } from "../helpers/app.ts";
import { addTestMember, openBrowser, type Browser, type Reply } from "../helpers/browser.ts";
import { clientFor, rentBody } from "../helpers/client.ts";
import { perFile } from "../helpers/fixtures.ts";
import { refusal, rent } from "../helpers/orders.ts";
import { stock } from "../helpers/stock.ts";
import { toolFor } from "../helpers/tool.ts";

// Appeals against decisions about reports of abuse: their deadlines, and what a changed decision takes back.

const daySeconds = 86_400;
const app = perFile(async () => {
  const started = await startTestApp({
    TRUSTED_PROXIES: "127.0.0.1",
    ABUSE_DECISION_DAYS: "7",
    ABUSE_APPEAL_DAYS: "30",
    LOG_LEVEL: "silent",
  });
  await stock(started, 20);
  return started;
});
const tool = toolFor(app);
const day = (n: number): string =>
  new Date(app.clock.now().getTime() + n * daySeconds * 1000).toISOString().slice(0, 10);
const daysFrom = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * daySeconds * 1000).toISOString();

/** An operator who has just signed in: sessions end while days go by. */
const operator = async (): Promise<Browser> => (await addTestMember(app, 0, "operator")).signIn();

interface Customer {
  accountId: number;
  username: string;
  liveKey: string;
  number: string;
  email: string;
  owner: () => Promise<Browser>;
}

async function customer(): Promise<Customer> {
  const account = await app.account(1_000_000);
  const { number } = await rent(clientFor(app, account.liveKey));
  const member = await addTestMember(app, account.accountId, "owner");
  return { ...account, number, email: `${member.username}@example.com`, owner: member.signIn };
}

interface Filed {
  id: number;
  name: string;
  token: string;
  email: string;
}

let reporters = 0;

async function file(number: string): Promise<Filed> {
  const email = `reporter${++reporters}@example.org`;
  const reply = await openBrowser(app).post(
    "report",
    { number, category: "fraud", text: "Somebody wrote to me.", email },
    { headers: { "x-forwarded-for": `198.51.100.${reporters}` } },
  );
  assert.equal(reply.status, 200, reply.text);
  const { name, link } = reply.body.data as { name: string; link: string };
  return { name, email, token: link.split("#token=")[1] ?? "", id: Number(name.slice(1)) };
}

const reasons = { to_reporter: "For a reason.", to_customer: "For another reason." };

async function decide({ id }: Filed, body: object): Promise<void> {
  const reply = await (await operator()).post(`operator/reports/${id}/decide`, { ...reasons, ...body });
  assert.equal(reply.status, 200, reply.text);
}

const appealBy = {
  reporter: ({ token }: Filed): Promise<Reply> =>
    openBrowser(app).post("report/appeal", { token, text: "I disagree with it." }),
  customer: async ({ id }: Filed, { owner }: Customer): Promise<Reply> =>
    (await owner()).post(`cases/${id}/appeal`, { text: "I disagree with it." }),
};

const review = async ({ id }: Filed): Promise<OperatorCase> =>
  (await (await operator()).get(`operator/reports/${id}`)).body.data;
const seenByReporter = async ({ token }: Filed): Promise<SideOfCase> =>
  (await openBrowser(app).post("report/case", { token })).body.data;
const seenByCustomer = async ({ id }: Filed, { owner }: Customer): Promise<SideOfCase | undefined> =>
  ((await (await owner()).get("cases")).body.data as SideOfCase[]).find((one) => one.id === id);

async function isSuspended({ accountId }: Customer): Promise<boolean> {
  const rows = await app.db.rows(`select 1 from accounts where id = $1 and suspended_at is not null`, [
    accountId,
  ]);
  return rows.length > 0;
}

async function newestLetterTo(recipient: string): Promise<string> {
  const [letter] = await app.db.rows<{ id: number; recipient: string; textSealed: Buffer }>(
    `select id, recipient, text_sealed as "textSealed" from outbox where recipient = $1 order by id desc limit 1`,
    [recipient],
  );
  return letter ? openLetter(app.sealer, letter) : "";
}

const decidedLate = async (): Promise<number> => {
  const path = `operator/transparency?from=${day(-300)}&to=${day(1)}`;
  return ((await (await operator()).get(path)).body.data as Transparency).reports.decidedLate;
};

test("an appeal that came by mail is entered with the day it came on, and only if that was in time", async () => {
  const eve = await customer();
  const filed = await file(eve.number);
  const rules = { mailbox: "", decisionDays: 7, appealDays: 30 };
  const deps = { ...app, publicBaseUrl: () => app.url, caseRules: rules };
  const ago = (days: number): Date => new Date(app.clock.now().getTime() - days * daySeconds * 1000);
  const enter = (side: Side, receivedAt: Date | null = null): Promise<void> =>
    enterAppeal(deps, { id: filed.id, side, text: "I disagree with it.", receivedAt, actor: "operator ada" });
  const notAppealable = { code: "not_appealable" };
  await assert.rejects(enter("reporter"), notAppealable, "it is not decided yet");
  await decide(filed, { outcome: "nothing" });
  await assert.rejects(enter("customer"), notAppealable, "no customer is named");
  await app.db.rows(
    `update abuse_reports set account_id = $2, decided_at = $3, appeal_until = $4 where id = $1`,
    [filed.id, eve.accountId, ago(40), ago(10)],
  );
  await assert.rejects(enter("reporter"), notAppealable, "too late");
  for (const days of [41, -1]) await assert.rejects(enter("reporter", ago(days)), /comes after the decision/);
  const received = ago(11);
  await enter("reporter", received);
  assert.equal(
    (await review(filed)).due_at,
    daysFrom(received.toISOString(), 7),
    "it is due from the day it came",
  );
  await assert.rejects(enter("reporter", received), notAppealable, "once");

  const command = ["report", "appeal", filed.name, "--side", "customer", "--text", "I disagree with it."];
  const entered = await tool([...command, "--received", received.toISOString()]);
  assert.equal(entered.code, 0, entered.stderr);
  assert.deepEqual((await review(filed)).appellants, ["reporter", "customer"]);
});

test("the second appeal moves no deadline, each side reads its own, and a late decision stays late in the report", async () => {
  const eve = await customer();
  const filed = await file(eve.number);
  const lateBefore = await decidedLate();
  app.clock.advance(7 * daySeconds + 60);
  await decide(filed, { outcome: "account_suspended", account_id: eve.accountId });
  assert.equal((await decidedLate()) - lateBefore, 1, "a minute late");

  assert.equal((await appealBy.customer(filed, eve)).status, 200);
  const due = (await review(filed)).due_at;
  assert.equal((await seenByCustomer(filed, eve))?.due_at, due);
  assert.equal((await decidedLate()) - lateBefore, 1, "an appeal makes nothing timely");
  app.clock.advance(5 * daySeconds);
  assert.equal((await appealBy.reporter(filed)).status, 200);
  assert.equal((await review(filed)).due_at, due);
  const theirs = (await seenByReporter(filed)).due_at ?? "";
  const gap = Date.parse(theirs) - Date.parse(due);
  assert.ok(Math.abs(gap - 5 * daySeconds * 1000) < 60_000, "it says nothing of the other side's appeal");
  app.clock.advance(2 * daySeconds + 1);
  await decide(filed, { outcome: "account_suspended" });
  assert.equal((await decidedLate()) - lateBefore, 2);
  for (const letter of [await newestLetterTo(filed.email), await newestLetterTo(eve.email)]) {
    assert.match(letter, /this decision is final/);
    assert.doesNotMatch(letter, /If you disagree/, "nobody is invited to what would be refused");
  }
});

test("a customer who is named only when an appeal is decided has the whole time to appeal", async () => {
  const eve = await customer();
  const filed = await file(eve.number);
  await decide(filed, { outcome: "nothing" });
  app.clock.advance(30 * daySeconds - 60);
  assert.equal((await appealBy.reporter(filed)).status, 200);
  app.clock.advance(daySeconds);
  await decide(filed, { outcome: "nothing", account_id: eve.accountId });
  const seen = await seenByCustomer(filed, eve);
  assert.deepEqual(
    [seen?.may_appeal, seen?.appeal_until],
    [true, daysFrom(seen?.decided_at ?? "", 30)],
    "an outcome that stays is news to them",
  );
  assert.match(await newestLetterTo(eve.email), /If you disagree, sign in and appeal/);
  assert.equal((await appealBy.customer(filed, eve)).status, 200);
});

test("an overturned suspension ends only what rests on it", async () => {
  const suspended = { outcome: "account_suspended" };
  const setByHand = async ({ accountId }: Customer, verb: "suspend" | "resume"): Promise<void> => {
    const body = verb === "suspend" ? { reason: "Unpaid." } : undefined;
    const reply = await (await operator()).post(`operator/customers/${accountId}/${verb}`, body);
    assert.equal(reply.status, 200, reply.text);
  };
  const suspend = async (eve: Customer): Promise<Filed> => {
    const filed = await file(eve.number);
    await decide(filed, { ...suspended, account_id: eve.accountId });
    return filed;
  };
  const overturn = async (filed: Filed): Promise<void> => {
    assert.equal((await appealBy.reporter(filed)).status, 200);
    await decide(filed, { outcome: "nothing" });
  };
  const stories: [name: string, run: (eve: Customer) => Promise<void>, isSuspended: boolean][] = [
    ["its own", async (eve) => overturn(await suspend(eve)), false],
    [
      "made by hand before",
      async (eve) => {
        await setByHand(eve, "suspend");
        await overturn(await suspend(eve));
      },
      true,
    ],
    [
      "made by hand since, for another reason",
      async (eve) => {
        const filed = await suspend(eve);
        await setByHand(eve, "resume");
        app.clock.advance(1);
        await setByHand(eve, "suspend");
        await overturn(filed);
      },
      true,
    ],
    [
      "another case rests on it",
      async (eve) => {
        const filed = await suspend(eve);
        app.clock.advance(1);
        await suspend(eve);
        await overturn(filed);
      },
      true,
    ],
    [
      "both cases are overturned",
      async (eve) => {
        const [filed, other] = [await suspend(eve), await suspend(eve)];
        await overturn(filed);
        await overturn(other);
      },
      false,
    ],
  ];
  for (const [name, run, expected] of stories) {
    const eve = await customer();
    await run(eve);
    assert.equal(await isSuspended(eve), expected, name);
  }
});

test("a number that a case took out is put back by an operator's decision, and no other number is", async () => {
  const [eve, mallory] = [await customer(), await customer()];
  const filed = await file(eve.number);
  await decide(filed, { outcome: "number_retired", account_id: eve.accountId });
  const { own_number: own } = await review(filed);
  assert.deepEqual([own?.out_by_case, own?.retired_at === null], [true, false]);
  const ada = await operator();
  const putBack = (id: number | undefined, body: object): Promise<Reply> =>
    ada.post(`operator/numbers/${id}/put-back`, body);
  assert.deepEqual(refusal(await putBack(own?.id, {})), [400, "invalid_request", "reason"]);
  const because = { reason: "The appeal was right." };
  assert.equal((await putBack(own?.id, because)).status, 200);
  assert.deepEqual(refusal(await putBack(own?.id, because)), [409, "not_out_by_case", "number"]);
  const back = (await review(filed)).own_number;
  assert.deepEqual([back?.out_by_case, back?.retired_at], [false, null]);
  const log = await app.db.rows<{ detail: object }>(
    `select detail from audit_log where action = 'number.put-back' and subject = $1`,
    [`number ${eve.number}`],
  );
  assert.deepEqual(log, [{ detail: { ...because, wasOut: `case ${filed.name}` } }]);
  // It is rented again: whatever else is in stock is out.
  await app.db.rows(`update orders set status = 'CANCELLED', closed_at = now() where number = $1`, [
    eve.number,
  ]);
  await app.db.rows(`delete from number_uses where number = $1`, [eve.number]);
  await app.db.rows(`update numbers set retired_at = now() where number <> $1`, [eve.number]);
  const rented = await clientFor(app, mallory.liveKey).post("/rent", rentBody());
  assert.equal((rented.body.data as { number: string }).number, eve.number);
  await app.db.rows(`update numbers set retired_at = null`);

  const theirs = await app.db.rows<{ id: number }>(`select id from numbers where number = $1`, [
    mallory.number,
  ]);
  const retired = await ada.post(`operator/numbers/${theirs[0]?.id}/retire`, { reason: "Given back." });
  assert.equal(retired.status, 200, retired.text);
  assert.deepEqual(refusal(await putBack(theirs[0]?.id, because)), [409, "not_out_by_case", "number"]);
  const other = await tool(["number", "put-back", mallory.number, "--reason", "x", "--json"]);
  assert.deepEqual([other.code, other.error.code], [1, "not_out_by_case"]);
  await app.db.rows(`update numbers set retired_reason = 'case R1' where number = $1`, [mallory.number]);
  assert.equal((await tool(["number", "put-back", mallory.number, "--reason", "x"])).code, 0);
});

test("what a person may still appeal is not announced as due for erasure", async () => {
  const eve = await customer();
  const filed = await file(eve.number);
  await decide(filed, { outcome: "nothing" });
  const until = (await review(filed)).appeal_until;
  await app.db.rows(`update abuse_reports set erased_at = now() where id <> $1`, [filed.id]);
  const settings = {
    messageRetentionDays: 30,
    eventRetentionDays: 30,
    quarantineDays: 30,
    evidenceRetentionDays: 30,
    caseRetentionDays: 7,
  };
  const due = async (): Promise<unknown[]> => {
    const found = (await readRetention(app, settings)).find(({ kind }) => kind === "cases");
    return [found?.due, found?.firstDueAt?.toISOString()];
  };
  app.clock.advance(8 * daySeconds);
  assert.deepEqual(await due(), [0, undefined]);
  app.clock.advance(21.5 * daySeconds);
  assert.deepEqual(await due(), [1, until]);
});

test("receipts for a stranger's reports use up none of their other letters", async () => {
  const { email, owner } = await customer();
  for (let n = 0; n < 5; n++)
    await openBrowser(app).post(
      "report",
      { number: "+1 555 010 0019", category: "fraud", text: "Somebody wrote to me.", email },
      { headers: { "x-forwarded-for": `192.0.2.${n + 1}` } },
    );
  const browser = await owner();
  await app.db.rows(`update members set email_confirmed_at = null where email = $1`, [email]);
  const again = await browser.post("email/resend");
  assert.equal(again.status, 200, again.text);
});
