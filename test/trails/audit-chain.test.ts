import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { anchorChain } from "../../src/domain/audit/chain/anchor.ts";
import { mailAnchorTo } from "../../src/jobs/anchor-letter.ts";
import { extendChain } from "../../src/domain/audit/chain/extend.ts";
import { listAnchors } from "../../src/domain/audit/chain/queries.ts";
import { verifyChain } from "../../src/domain/audit/chain/verify.ts";
import { recordAction } from "../../src/domain/audit/record-action.ts";
import { openLetter } from "../../src/domain/mail/sealed-letter.ts";
import { keepAnchors, readAnchorFile } from "../../src/start/anchor-file.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { addTestMember, confirm, goodPassword, openBrowser, signUp } from "../helpers/browser.ts";
import { toolFor } from "../helpers/tool.ts";

// The audit log shows it when it is changed by somebody who may do anything with the database.

let app: TestApp;
const folder = mkdtempSync(join(tmpdir(), "zapotp-anchors-"));
const file = join(folder, "anchors.jsonl");
before(async () => {
  app = await startTestApp();
});
after(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const entry = (n: number) => ({
  at: app.clock.now(),
  actor: "ada",
  action: "thing.do",
  subject: `thing ${n}`,
  detail: { ip: "192.0.2.7", n },
});

/** As whoever owns the database can: without the triggers. */
async function tamper(sql: string): Promise<void> {
  await app.db.rows(`alter table audit_log disable trigger user`);
  for (const statement of sql.split(";")) await app.db.rows(statement);
  await app.db.rows(`alter table audit_log enable trigger user`);
}

const faults = async (anchors = false): Promise<string> => {
  const kept = anchors ? await readAnchorFile(file) : [];
  return (await verifyChain(app, kept)).faults.join("\n");
};

beforeEach(async () => {
  await tamper(`delete from audit_log`);
  await app.db.transaction(async (tx) => {
    for (let n = 1; n <= 5; n++) await recordAction(tx, entry(n));
  });
  await extendChain(app);
});

test("what was written is proved, however many processes chain it at once", async () => {
  await Promise.all(
    Array.from({ length: 8 }, async (_, n) => {
      await app.db.transaction((tx) => recordAction(tx, entry(10 + n)));
      await extendChain(app);
    }),
  );
  await extendChain(app);
  const report = await verifyChain(app, []);
  assert.deepEqual([report.entries, report.faults], [13, []]);
});

for (const [what, sql, told] of [
  ["another actor", `update audit_log set actor = 'eve' where subject = 'thing 3'`, /changed/],
  ["another time", `update audit_log set at = at + '1 microsecond' where subject = 'thing 3'`, /changed/],
  ["another action", `update audit_log set action = 'thing.see' where subject = 'thing 3'`, /changed/],
  ["another subject", `update audit_log set subject = 'thing 9' where subject = 'thing 3'`, /changed/],
  [
    "another detail",
    `update audit_log set detail = '{"n": 4}' where subject = 'thing 3'`,
    /actor or the detail.*changed/,
  ],
  [
    "no salt, and another detail",
    `update audit_log set detail = '{}', salt = null, erased_by = id where subject = 'thing 3'`,
    /erased that no closing/,
  ],
  ["an entry less", `delete from audit_log where subject = 'thing 3'`, /removed before/],
  ["the first entry less", `delete from audit_log where subject = 'thing 1'`, /removed before/],
  [
    "two entries exchanged",
    `update audit_log a set chain_seq = -b.chain_seq from audit_log b
       where (a.subject, b.subject) in (('thing 2', 'thing 3'), ('thing 3', 'thing 2'));
     update audit_log set chain_seq = -chain_seq where chain_seq < 0`,
    /changed|place/,
  ],
] as const)
  test(`shown: ${what}`, async () => {
    assert.equal(await faults(), "");
    await tamper(sql);
    assert.match(await faults(), told);
  });

test("a log that was rewritten whole, or cut at its end, does not match the anchors that were kept elsewhere", async () => {
  rmSync(file, { force: true });
  app.clock.advance(86_400);
  const mail = mailAnchorTo(app, "auditor@example.com");
  await anchorChain(app, mail);
  await anchorChain(app, mail);
  await keepAnchors(file, await listAnchors(app.db));
  await keepAnchors(file, await listAnchors(app.db));
  assert.equal(readFileSync(file, "utf8").trim().split("\n").length, 1);
  const letters = await app.db.rows<{ id: number; recipient: string; textSealed: Buffer }>(
    `select id, recipient, text_sealed as "textSealed" from outbox where recipient = 'auditor@example.com'`,
  );
  assert.equal(letters.length, 1);
  const [text] = letters.map((letter) => openLetter(app.sealer, letter));
  writeFileSync(join(folder, "pasted.txt"), text ?? "");
  assert.deepEqual(await readAnchorFile(join(folder, "pasted.txt")), await readAnchorFile(file));
  assert.equal(await faults(true), "");

  await app.db.rows(`alter table audit_anchors disable trigger user`);
  await app.db.rows(`delete from audit_anchors`);
  await app.db.rows(`alter table audit_anchors enable trigger user`);
  await tamper(`delete from audit_log where subject = 'thing 5'`);
  assert.equal(await faults(), "", "nothing in the database shows it");
  assert.match(await faults(true), /^Entries were removed from the end: on \d{4}-\d\d-\d\d the chain had 5/);
  await app.db.transaction((tx) => recordAction(tx, entry(6)));
  await extendChain(app);
  assert.match(await faults(true), /^The log was rewritten after/);

  const tool = toolFor(app);
  const told = await tool(["audit", "verify", "--anchors", file]);
  assert.deepEqual([told.code, /rewritten after/.test(told.stdout)], [1, true], told.stdout);
  const good = await tool(["audit", "verify"]);
  assert.deepEqual([good.code, /as it was written/.test(good.stdout)], [0, true], good.stdout + good.stderr);
});

test("after an account is closed no e-mail or IP address of its people is left, and the log is still proved", async () => {
  const owner = await signUp(app);
  await confirm(app, owner);
  const { browser } = owner;
  const [account] = await app.db.rows<{ id: number }>(
    `select account_id as id from members where username = $1`,
    [owner.username],
  );
  const [helper, left] = [
    await addTestMember(app, account?.id ?? 0, "viewer"),
    await addTestMember(app, account?.id ?? 0, "viewer"),
  ];
  for (const { username } of [owner, helper, left])
    assert.equal((await openBrowser(app).post("sign-in", { username, password: goodPassword })).status, 200);
  const invited = { email: "guest@example.com", role: "viewer" };
  assert.equal((await browser.post("team/invitations", invited)).status, 200);
  const removed = await browser.call("DELETE", `team/${left.id}`);
  assert.equal(removed.status, 200, removed.text);
  app.clock.advance(1);
  await app.db.transaction((tx) =>
    recordAction(tx, { ...entry(7), actor: `${left.username} (192.0.2.8)`, subject: "of another person" }),
  );
  const made = await browser.post("keys", {
    mode: "test",
    name: "x",
    allowed_ips: ["192.0.2.0/24"],
    password: goodPassword,
  });
  assert.equal(made.status, 200, made.text);
  const closed = await browser.call("DELETE", "account", { password: goodPassword });
  assert.equal(closed.status, 200, closed.text);

  const dump = await app.db.rows<{ row: string }>(
    `select row_to_json(t)::text as row from (select detail, actor from audit_log where subject <> 'of another person') t
     union all select row_to_json(k)::text from api_keys k
     union all select row_to_json(o)::text from (select recipient from outbox where recipient not like 'auditor%') o
     union all select row_to_json(a)::text from attempts a`,
  );
  const rest = dump.filter(({ row }) => /127\.0\.0\.1|192\.0\.2\.0|guest@|@example/.test(row));
  assert.deepEqual(rest, []);
  const others = await app.db.rows(`select actor from audit_log where subject = 'of another person'`);
  assert.deepEqual(
    others,
    [{ actor: `${left.username} (192.0.2.8)` }],
    "whoever got the name later is somebody else",
  );
  await extendChain(app);
  const report = await verifyChain(app, []);
  assert.deepEqual(report.faults, []);
  assert.ok(report.erased >= 4, `${report.erased}`);
  const names = await app.db.rows<{ actor: string }>(
    `select distinct actor from audit_log where action = 'session.begin'`,
  );
  assert.equal(names.length, 3, "names stay");
});
