import assert from "node:assert/strict";
import { test } from "node:test";
import { activities, impersonal } from "../../src/domain/privacy/activities.ts";
import { readRecord } from "../../src/domain/privacy/record.ts";
import { cleanUp } from "../../src/jobs/clean-up.ts";
import { startTestApp } from "../helpers/app.ts";
import { addTestMember, confirm, goodPassword, newestLink, openBrowser, signUp, type Browser, type TestMember } from "../helpers/browser.ts"; // prettier-ignore
import { rentBody } from "../helpers/client.ts";
import { beforeTests, perFile } from "../helpers/fixtures.ts";
import { somebodysKeys } from "../helpers/push.ts";
import { toolFor } from "../helpers/tool.ts";
import type { Activity, Erasure, Retained } from "#answers/operator/privacy.ts";

const daySeconds = 86_400;
const app = perFile(() => startTestApp({ TRUSTED_PROXIES: "loopback" }));
let member: TestMember;
let operator: Browser;
beforeTests(async () => {
  member = await addTestMember(app, 0, "operator");
  operator = await member.signIn();
});

/** Counts of address groups belong to no account, and end within two days. */
const countsOfGroups = ["address_groups", "limit_counts"];

/** Every row of the database that has one of the texts in it, as text. */
async function search(texts: string[]): Promise<string[]> {
  const tables = await app.db.rows<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') order by relname`,
  );
  const found: string[] = [];
  for (const { name } of tables.filter((table) => !countsOfGroups.includes(table.name))) {
    const rows = await app.db.rows<{ row: string }>(`select to_jsonb(t)::text as row from "${name}" t`);
    for (const { row } of rows) if (texts.some((text) => row.includes(text))) found.push(`${name}: ${row}`);
  }
  return found;
}

const dataOf = <T>({ status, text, body }: { status: number; text: string; body: { data: never } }): T => {
  assert.equal(status, 200, text);
  return body.data as T;
};

test("after an account is closed, the addresses of all who were ever in it are nowhere in the database", async () => {
  const from = (ip: string) => ({ headers: { "x-forwarded-for": ip } });
  const stranger = openBrowser(app);
  await app.account(); // Not the first account: ids must not agree by chance.
  const owner = await signUp(app, "owner-of-closed@example.com");
  await confirm(app, owner);
  const { browser } = owner;
  const [{ accountId } = { accountId: 0 }] = await app.db.rows<{ accountId: number }>(
    `select account_id as "accountId" from members where username = $1`,
    [owner.username],
  );
  const signIn = (username: string, password: string, ip: string) =>
    openBrowser(app).post("sign-in", { username, password }, from(ip));
  assert.equal((await signIn(owner.username, goodPassword, "198.51.100.1")).status, 200);

  // Somebody who was invited, joined, changed their address, and was removed before the closing.
  const invite = (email: string) => browser.post("team/invitations", { email, role: "viewer" });
  assert.equal((await invite("joined@example.com")).status, 200);
  const joined = openBrowser(app);
  const token = await newestLink(app, "joined@example.com");
  const entered = await joined.post(
    "invitations/accept",
    { token, username: `joined-${process.pid}`, password: goodPassword, accepted_terms: "2026-11" },
    from("198.51.100.2"),
  );
  assert.equal(entered.status, 200, entered.text);
  const change = { email: "changed@example.com", password: goodPassword };
  assert.equal((await joined.post("email/change", change)).status, 200);
  assert.equal((await invite("declined@example.com")).status, 200);
  const [{ id: joinedId } = { id: 0 }] = await app.db.rows<{ id: number }>(
    `select id from members where username = $1`,
    [`joined-${process.pid}`],
  );
  assert.equal((await browser.call("DELETE", `team/${joinedId}`)).status, 200);

  // Failures, by name and by address, and a letter that was asked for.
  await signIn(owner.username, "wrong password", "198.51.100.3");
  await signIn("owner-of-closed@example.com", "wrong password", "198.51.100.4");
  await stranger.post("password/forgot", { email: "owner-of-closed@example.com" }, from("198.51.100.5"));
  // A key, limited to an address, that is used just before the closing, when its use is not noted yet.
  const made = await browser.post("keys", { mode: "test", name: "x", allowed_ips: ["198.51.100.6"], scopes: ["read", "rent"], password: goodPassword }); // prettier-ignore
  const { key } = dataOf<{ key: string }>(made);
  const used = await fetch(`${app.url}/account/api/v1/user`, {
    headers: { authorization: `Bearer ${key}`, ...from("198.51.100.6").headers },
  });
  assert.equal(used.status, 200);

  const texts = ["owner-of-closed@", "joined@example", "changed@example", "declined@example", "198.51.100."];
  const places = new Set((await search(texts)).map((row) => row.replace(/:.*/s, "")));
  for (const place of [
    "api_keys",
    "audit_log",
    "invitations",
    "member_tokens",
    "members",
    "outbox",
    "sessions",
  ])
    assert.ok(places.has(place), `${place} holds an address while the account is open`);
  assert.ok(!places.has("attempts"), "attempts are counted without addresses");

  const other = await signUp(app, "someone-else@example.com");
  assert.equal((await browser.call("DELETE", "account", { password: goodPassword })).status, 200);
  const run = await operator.post("operator/jobs/note%20key%20uses/run");
  assert.equal(run.status, 200, run.text);
  assert.deepEqual(await search(texts), []);
  const [{ uses } = { uses: 0 }] = await app.db.rows<{ uses: number }>(
    `select count(*)::int as uses from api_keys k join wallets w on w.id = k.wallet_id
     where w.account_id = $1 and k.last_used_at is not null`,
    [accountId],
  );
  assert.equal(uses, 1, "that the key was used is known, but not from where");
  assert.ok((await search([owner.username])).length > 0, "the name stays as a pseudonym");
  assert.ok((await search([other.email])).length > 0, "others keep theirs");
  const today = app.clock.now().toISOString().slice(0, 10);
  const erasures = dataOf<Erasure[]>(await operator.get("operator/privacy/erasures"));
  for (const [kind, least] of [
    ["accounts", 1],
    ["members", 1],
    ["letters", 4],
  ] as const) {
    const found = erasures.find((one) => one.kind === kind && one.day === today);
    assert.ok((found?.erased ?? 0) >= least, `${kind} ${found?.erased}`);
  }
});

test("the record of processing knows every table that is stored, once, and says the columns", async () => {
  const { unknown } = await readRecord(app.db);
  assert.deepEqual(unknown, [], "describe a new table in domain/privacy/activities.ts");
  const named = [...activities.flatMap(({ tables }) => tables), ...impersonal];
  assert.equal(new Set(named).size, named.length);
  const record = dataOf<Activity[]>(await operator.get("operator/privacy/record"));
  for (const { name, tables } of record)
    assert.equal(tables.length, activities.find((one) => one.name === name)?.tables.length, name);
  const sessions = record.flatMap(({ tables }) => tables).find(({ table }) => table === "sessions");
  assert.ok(sessions?.columns.includes("ip"));

  const csv = await operator.get("operator/privacy/record?format=csv");
  assert.match(csv.text, /^activity,purpose,legal_basis,people,data,recipients,kept,stored_in\r\n/);
  const told = await toolFor(app)(["privacy", "record", "--csv"]);
  assert.equal(told.stdout.trimEnd(), csv.text.trimEnd());
  assert.match(
    (await toolFor(app)(["privacy", "record"])).stdout,
    /^Audit log\npurpose +to show who did what/m,
  );
});

test("what is due next is told by kind, and what was erased by day", async () => {
  const { browser } = await signUp(app);
  const ask = async (): Promise<Map<string, Retained>> => {
    const now = await member.signIn(); // The earlier session ends while days go by.
    const rows = dataOf<Retained[]>(await now.get("operator/privacy/retention"));
    return new Map(rows.map((row) => [row.kind, row]));
  };
  const began = app.clock.now();
  const rent = await browser.post("//account/api/v1/rent", rentBody(), { mode: "test", headers: { "idempotency-key": "k" } }); // prettier-ignore
  assert.equal(rent.status, 200, rent.text);
  const { order_id: orderId } = rent.body.data as { order_id: string };
  const cancelled = await browser.post("//account/api/v1/cancel", { order_id: orderId }, { mode: "test" });
  assert.equal(cancelled.status, 200, cancelled.text);
  const at = (days: number, seconds = 0) => new Date(began.getTime() + (days * daySeconds + seconds) * 1000);

  // A day before their time nothing is due; a second later it is.
  const before = await ask();
  assert.equal(before.get("events")?.due, 0);
  assert.equal(before.get("events")?.first_due_at, null);
  assert.equal(before.get("events")?.rule, "7 days (EVENT_RETENTION_DAYS)");
  app.clock.advance(6 * daySeconds + 1);
  const soon = (await ask()).get("events");
  assert.ok((soon?.due ?? 0) >= 1);
  assert.ok(new Date(soon?.first_due_at ?? 0) <= at(7, 60));

  app.clock.advance(daySeconds + 60);
  await cleanUp({
    ...app,
    messageRetentionDays: 30,
    eventRetentionDays: 7,
    evidenceRetentionDays: 90,
    caseRetentionDays: 7,
  });
  assert.equal((await ask()).get("events")?.due, 0);
  const day = app.clock.now().toISOString().slice(0, 10);
  const told = await toolFor(app)(["privacy", "erasures", "--from", day, "--json"]);
  const erased = new Map((told.json as Erasure[]).map((row) => [row.kind, row.erased]));
  assert.ok((erased.get("events") ?? 0) >= 1, told.stdout);
  assert.ok((erased.get("idempotency keys") ?? 0) >= 1);
  assert.ok((erased.get("sessions") ?? 0) >= 1);
  assert.ok((erased.get("attempts") ?? 0) >= 1);
  await cleanUp({
    ...app,
    messageRetentionDays: 30,
    eventRetentionDays: 7,
    evidenceRetentionDays: 90,
    caseRetentionDays: 7,
  });
  const same = await toolFor(app)(["privacy", "erasures", "--from", day, "--json"]);
  assert.deepEqual(same.json, told.json, "what is gone is not counted again");
  assert.match(
    (await toolFor(app)(["privacy", "retention"])).stdout,
    /^texts +30 days \(MESSAGE_RETENTION_DAYS\)/m,
  );
});

test("the export holds push subscriptions, and letters to earlier addresses", async () => {
  const person = await signUp(app);
  await confirm(app, person);
  const { browser } = person;
  const { auth, p256dh } = somebodysKeys();
  const endpoint = "https://push.example.net/of-export";
  assert.equal((await browser.call("PUT", "push", { endpoint, p256dh, auth })).status, 200);
  assert.equal((await browser.post("email/change", { email: "later@example.com", password: goodPassword })).status, 200); // prettier-ignore
  assert.equal((await confirm(app, { ...person, email: "later@example.com" })).status, 200);
  const exported = JSON.parse((await browser.get("account/export")).text) as {
    push_subscriptions: { member: string; endpoint: string }[];
    letters: { recipient: string }[];
  };
  assert.deepEqual(
    exported.push_subscriptions.map((row) => [row.member, row.endpoint]),
    [[person.username, endpoint]],
  );
  assert.ok(!JSON.stringify(exported).includes(auth), "not the keys");
  const recipients = new Set(exported.letters.map(({ recipient }) => recipient));
  assert.deepEqual([...recipients].toSorted(), ["later@example.com", person.email].toSorted());
});
