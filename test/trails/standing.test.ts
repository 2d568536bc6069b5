import assert from "node:assert/strict";
import { test } from "node:test";
import type { Limits } from "#answers/keys.ts";
import type { LawfulUse } from "#answers/standing.ts";
import { acceptTerms } from "../../src/domain/accounts/standing/accept-terms.ts";
import { decideTier } from "../../src/domain/accounts/standing/decide-tier.ts";
import { grantService } from "../../src/domain/accounts/standing/grant-service.ts";
import {
  areTermsDue,
  tierOf,
  type Standing,
  type Tier,
} from "../../src/domain/accounts/standing/standing.ts";
import { removePolicy, setPolicy } from "../../src/domain/catalog/policies/change-policy.ts";
import { findService } from "../../src/domain/catalog/queries.ts";
import type { PolicyScope } from "../../src/domain/catalog/policies/policy.ts";
import { refund } from "../../src/domain/orders/refund.ts";
import { startTestApp } from "../helpers/app.ts";
import { withBooks } from "../helpers/books.ts";
import { addTestMember } from "../helpers/browser.ts";
import { clientFor, rentBody, type Answer, type Client } from "../helpers/client.ts";
import { perFile } from "../helpers/fixtures.ts";
import { refusal, rent, sms } from "../helpers/orders.ts";
import { addSource, stock } from "../helpers/stock.ts";
import { toolFor } from "../helpers/tool.ts";

// What an account must have accepted and proved before it rents live numbers, and who may rent what.

const day = 86_400;
const app = perFile(async () =>
  withBooks(
    await startTestApp({
      TIER_OPEN_ORDERS: "none=1 email=2 verified=0 business=0",
      TIER_SPEND_A_DAY: "none=900.00 email=1350.00 verified=0.00 business=0.00",
      SANCTIONED_COUNTRIES: "KP, ir",
    }),
  ),
);
perFile(async () => {
  await stock(app, 200);
  await stock(app, 20, { first: 2348030000000, country: "NG" });
  return {};
});

interface Customer {
  accountId: number;
  live: Client;
  sandbox: Client;
}

async function customer(): Promise<Customer> {
  const { accountId, liveKey, testKey } = await app.account(1_000_000_00);
  return { accountId, live: clientFor(app, liveKey), sandbox: clientFor(app, testKey) };
}

/** One who opened the account by signing up: the operator has decided nothing. */
async function stranger(): Promise<Customer> {
  const made = await customer();
  await app.db.rows(`update accounts set tier = null where id = $1`, [made.accountId]);
  return made;
}

const order = (client: Client, over: Record<string, unknown> = {}): Promise<Answer> =>
  client.post("/rent", rentBody(over));
const cancel = async (client: Client, { body }: Answer): Promise<void> => {
  const { order_id } = body.data as { order_id: string };
  assert.equal((await client.post("/cancel", { order_id })).status, 200);
};
const balance = async (client: Client): Promise<unknown> => (await client.get("/user")).body.data;

test("a year after it was accepted the statement is asked for again, of keys too, and open orders go on", async () => {
  const { accountId, live, sandbox } = await customer();
  const owner = await (await addTestMember(app, accountId, "owner")).signIn();
  const before = (await owner.get("lawful-use")).body.data as LawfulUse;
  assert.deepEqual([before.due, before.accepted_version], [false, before.version]);
  await app.db.rows(
    `update accounts set terms_accepted_at = $2::timestamptz - interval '365 days' + interval '1 minute' where id = $1`,
    [accountId, app.clock.now()],
  );
  const waiting = await rent(live);
  app.clock.advance(60);
  const had = await balance(live);
  const refused = await order(live);
  assert.deepEqual(refusal(refused), [403, "terms_required"]);
  assert.equal(refused.body["page"], "/lawful-use");
  assert.match(
    refused.body.message ?? "",
    /must be accepted, because it has changed or the last acceptance has expired\. Once an owner .* on the dashboard's page \/lawful-use/,
  );
  assert.deepEqual(await balance(live), had, "nothing was charged");
  assert.equal((await sms(live, waiting)).status, "PENDING");
  assert.equal((await live.post("/cancel", { order_id: waiting.order_id })).status, 200);
  await rent(sandbox);

  const { due, version } = (await owner.get("lawful-use")).body.data as LawfulUse;
  assert.equal(due, true);
  const wrong = await owner.post("lawful-use", { accepted_terms: "2020-01" });
  assert.deepEqual(refusal(wrong), [400, "terms_not_accepted", "accepted_terms"]);
  assert.equal((await order(live)).status, 403);
  assert.equal((await owner.post("lawful-use", { accepted_terms: version })).status, 200);
  assert.equal((await order(live)).status, 200);
  const [entry] = await app.db.rows<{ detail: unknown }>(
    `select detail from audit_log where action = 'terms.accept' and subject = $1`,
    [`account ${accountId}`],
  );
  assert.deepEqual(entry?.detail, { version, ip: "127.0.0.1" });
});

test("when the operator's terms change, every account is asked; the operator may note what was signed elsewhere", async (t) => {
  const changed = await startTestApp({ TERMS_VERSION: "2027-02" }, app);
  t.after(() => changed.close());
  const { accountId, live } = await customer();
  const there = clientFor(changed, live.key);
  assert.deepEqual(refusal(await order(there)), [403, "terms_required"]);
  const told = await toolFor(changed)([
    "account",
    "accept-terms",
    String(accountId),
    "--reason",
    "letter of 2027-02-01",
  ]);
  assert.equal(told.code, 0, told.stderr);
  assert.deepEqual(refusal(await order(there)), [403, "terms_required"], "the tool has the old setting");
  await acceptTerms(changed, {
    accountId,
    version: "2026-11/2027-02",
    current: "2026-11/2027-02",
    detail: { reason: "letter of 2027-02-01" },
    actor: "test",
  });
  assert.equal((await order(there)).status, 200);
});

test("an unknown account may have little open and spend little; a confirmed address, and the operator, allow more", async (t) => {
  app.clock.advanceTo("10:00");
  app.clock.stop(t);
  const { accountId, live } = await stranger();
  const member = await addTestMember(app, accountId, "owner");
  await app.db.rows(`update members set email_confirmed_at = null where account_id = $1`, [accountId]);
  let owner = await member.signIn();
  const shown = async (): Promise<[Tier, number, number, number]> => {
    const of = (await owner.get("limits")).body.data as Limits;
    return [of.tier, of.open_orders, of.spend_a_day, of.spent_today];
  };
  const first = await order(live);
  assert.equal(first.status, 200, first.text);
  assert.deepEqual(refusal(await order(live)), [429, "too_many_open_orders"]);
  assert.deepEqual(await shown(), ["none", 1, 900, 450]);
  await cancel(live, first);
  assert.deepEqual(await shown(), ["none", 1, 900, 0], "what was given back was not spent");

  // The address is confirmed, but the account is new: it takes a day.
  await app.db.rows(`update members set email_confirmed_at = now() where account_id = $1`, [accountId]);
  assert.equal((await shown())[0], "none");
  await app.db.rows(`update accounts set created_at = created_at - interval '24 hours' where id = $1`, [
    accountId,
  ]);
  assert.deepEqual(await shown(), ["email", 2, 1350, 0]);

  const spend = (minor: number): Promise<unknown> =>
    app.db.rows(
      `update wallets set spent_day = $3::date, spent_minor = $2 where account_id = $1 and mode = 'live'`,
      [accountId, minor, app.clock.now().toISOString()],
    );
  await spend(900_01);
  const had = await balance(live);
  const refused = await order(live);
  assert.deepEqual(refusal(refused), [403, "spend_cap_reached"]);
  assert.deepEqual([refused.body["tier"], refused.body["page"]], ["email", "/verification"]);
  assert.deepEqual(await balance(live), had);
  await spend(900_00);
  await cancel(live, await order(live));
  app.clock.advance(day);
  await cancel(live, await order(live));

  owner = await member.signIn(); // The session ended with the day.
  const decision = { accountId, reason: "passport seen", actor: "olga" } as const;
  await decideTier(app, { ...decision, tier: "verified" });
  assert.deepEqual((await shown()).slice(0, 3), ["verified", 20, 0]);
  await decideTier(app, { ...decision, tier: null });
  assert.equal((await shown())[0], "email");
  await assert.rejects(decideTier(app, { ...decision, accountId: 999_999, tier: "verified" }), {
    code: "account_not_found",
  });
});

test("what a day cost includes late charges and leaves out refunds, each for the day of the charge, for tier and key", async (t) => {
  app.clock.advance(day);
  app.clock.advanceTo("10:00");
  app.clock.stop(t);
  const { accountId, live } = await customer();
  await app.db.rows(
    `update api_keys set daily_cap_minor = 1000000 where wallet_id in (select id from wallets where account_id = $1)`,
    [accountId],
  );
  const source = await addSource(app);
  const member = await addTestMember(app, accountId, "owner");
  /** As the page shows it, and the key's part of it, day by day. */
  const spent = async (): Promise<[number, number[]]> => {
    const shown = (await (await member.signIn()).get("limits")).body.data as Limits;
    const days = await app.db.rows<{ spent: number }>(
      `select s.spent_minor as spent from key_spending s join api_keys k on k.id = s.key_id join wallets w on w.id = k.wallet_id
       where w.account_id = $1 order by day`,
      [accountId],
    );
    return [shown.spent_today, days.map((one) => one.spent / 100)];
  };
  const giveBack = ({ order_id }: { order_id: string }): Promise<number> =>
    refund(app, { orderId: Number(order_id), reason: "bad number", actor: "test" });
  const write = async ({ number }: { number: string }): Promise<void> => {
    const sent = await source.send({
      to: number,
      from: "WhatsApp",
      text: "WhatsApp code 123-456",
      id: number,
    });
    assert.equal(sent.status, 200);
  };

  const charged = await rent(live);
  await write(charged);
  assert.deepEqual(await spent(), [450, [450]]);
  assert.equal(await giveBack(charged), 450_00);
  assert.deepEqual(await spent(), [0, [0]]);

  await app.db.rows(`update pools set late_messages = 'charge'`);
  const late = await order(live);
  await cancel(live, late);
  assert.deepEqual(await spent(), [0, [0]]);
  const lateOrder = late.body.data as { order_id: string; number: string };
  app.clock.advanceTo("23:59");
  const old = await rent(live);
  await write(old);
  app.clock.advance(120);
  await write(lateOrder);
  assert.deepEqual(await spent(), [450, [450, 450]], "charged on the day of the message");
  await giveBack(old);
  assert.deepEqual(await spent(), [450, [0, 450]], "the day before cost less, today as much");
  await giveBack(lateOrder);
  assert.deepEqual(await spent(), [0, [0, 0]]);

  // As if it had been rented with a process of a version that does not count.
  const uncounted = await order(live);
  await app.db.rows(`update wallets set spent_day = null, spent_minor = 0 where account_id = $1`, [
    accountId,
  ]);
  await cancel(live, uncounted);
  const kept = `select spent_minor as spent from wallets where account_id = $1 and mode = 'live'`;
  assert.deepEqual(await app.db.rows(kept, [accountId]), [{ spent: 0 }], "not less than nothing");
  await app.db.rows(`update pools set late_messages = 'free'`);
});

test("policies: the most specific line counts, by service, category and country", async () => {
  const { live, accountId } = await customer();
  const { live: unknown } = await stranger();
  const tinder = { service: "tinder" };
  const codeOf = async (client: Client, over: Record<string, unknown>): Promise<string | undefined> => {
    const answer = await order(client, over);
    if (answer.status === 200) await cancel(client, answer);
    return answer.body.code;
  };
  const all: PolicyScope = { category: null, service: null, country: null };
  const set = (
    scope: Partial<PolicyScope>,
    rule: "allowed" | "ask" | "never",
    minAgeDays = 0,
  ): Promise<void> =>
    setPolicy(app, {
      scope: { ...all, ...scope },
      rule,
      tier: null,
      minAgeDays,
      reason: "test",
      actor: "test",
    });

  assert.equal(await codeOf(unknown, tinder), undefined);
  await setPolicy(app, {
    scope: { ...all, category: "dating" },
    rule: "tier",
    tier: "verified",
    minAgeDays: 0,
    reason: "fraud",
    actor: "test",
  });
  const refused = await order(unknown, tinder);
  assert.deepEqual(refusal(refused), [403, "tier_required"]);
  assert.deepEqual([refused.body["tier"], refused.body["page"]], ["verified", "/verification"]);
  assert.equal(await codeOf(live, tinder), undefined, "the operator knows this one");
  assert.equal(await codeOf(unknown, {}), undefined, "another category");

  await set({ category: "dating", country: "NG" }, "never");
  assert.equal(await codeOf(live, { ...tinder, country: "NG" }), "service_restricted");
  const listed = async (country: string): Promise<boolean> =>
    JSON.stringify((await live.get("/services", { country })).body.data).includes('"tinder"');
  assert.deepEqual([await listed("NG"), await listed("US")], [false, true]);
  assert.equal(
    (await live.get("/services", { country: "NG", service: "tinder" })).body.code,
    "service_restricted",
  );

  await set({ service: "tinder" }, "ask");
  assert.equal(await codeOf(live, tinder), "permission_required");
  assert.equal(
    await codeOf(live, { ...tinder, country: "NG" }),
    "permission_required",
    "the service before its category",
  );
  const service = await findService(app.db, "tinder");
  const grant = {
    accountId,
    service: { id: service?.id ?? 0, slug: "tinder" },
    reason: "own app",
    actor: "test",
  };
  await grantService(app, { ...grant, granted: true });
  assert.equal(await codeOf(live, tinder), undefined);
  await grantService(app, { ...grant, granted: false });
  assert.equal(await codeOf(live, tinder), "permission_required");

  await set({ service: "tinder", country: "US" }, "allowed", 30);
  const young = await order(live, tinder);
  assert.deepEqual(refusal(young), [403, "account_too_new"]);
  assert.match(String(young.body["allowed_at"]), /^\d{4}-.*Z$/);
  await app.db.rows(`update accounts set created_at = created_at - interval '30 days' where id = $1`, [
    accountId,
  ]);
  assert.equal(await codeOf(live, tinder), undefined);

  const drop = (scope: Partial<PolicyScope>): Promise<void> =>
    removePolicy(app, { scope: { ...all, ...scope }, reason: "test", actor: "test" });
  await drop({ service: "tinder", country: "US" });
  await assert.rejects(drop({ service: "tinder", country: "US" }), { code: "policy_not_found" });
  await drop({ service: "tinder" });
  await drop({ category: "dating", country: "NG" });
  await drop({ category: "dating" });
  assert.equal(await codeOf(unknown, tinder), undefined);
  for (const scope of [
    { service: "nothing" },
    { category: "nothing" },
    { country: "XX" },
    { service: "tinder", category: "dating" },
  ])
    await assert.rejects(set(scope, "never"), /no service|no category|no country|not both/);
});

test("a policy is not evaded by an order for any service", async () => {
  const { live } = await customer();
  const source = await addSource(app);
  const scope: PolicyScope = { category: null, service: "tinder", country: "US" };
  await setPolicy(app, { scope, rule: "ask", tier: null, minAgeDays: 0, reason: "test", actor: "test" });
  const receives = async (country: string): Promise<unknown[]> => {
    const waiting = await rent(live, { service: "other", country });
    const text = "Your Tinder code is 482913";
    assert.ok((await source.send({ to: waiting.number, from: "Tinder", text, id: `policy ${country}` })).ok);
    const { sms_code } = await sms(live, waiting);
    const [stored] = await app.db.rows<{ reason: string | null }>(
      `select reason from messages where number = $1`,
      [waiting.number],
    );
    return [sms_code, stored?.reason];
  };
  assert.deepEqual(await receives("US"), [null, "restricted_service"]);
  assert.deepEqual(await receives("NG"), ["482913", null], "the policy is for one country");
  await removePolicy(app, { scope, reason: "test", actor: "test" });
});

test("numbers of sanctioned countries are neither listed nor rented", async () => {
  const { live } = await customer();
  assert.deepEqual(refusal(await order(live, { country: "IR" })), [403, "country_restricted", "country"]);
  assert.deepEqual(refusal(await live.get("/services", { country: "kp" })), [
    403,
    "country_restricted",
    "country",
  ]);
  assert.equal((await live.get("/services", { country: "KP", service: "whatsapp" })).status, 403);
  const countries = JSON.stringify((await live.get("/countries")).body.data);
  assert.ok(!countries.includes('"IR"') && countries.includes('"NG"'));
});

test("the operator does it on the command line, and is told what was wrong", async () => {
  const { username, accountId } = await app.account();
  const tool = toolFor(app);
  const run = async (...args: string[]): Promise<unknown> => {
    const told = await tool([...args, "--reason", "test", "--json"]);
    assert.equal(told.code, 0, told.stderr);
    return told.json;
  };
  assert.deepEqual(await run("account", "tier", username, "business"), {
    account_id: String(accountId),
    tier: "business",
  });
  await run("service", "policy", "tier", "--tier", "business", "--category", "gambling", "--country", "uk");
  const { json } = await tool(["service", "policies", "--json"]);
  const [policy] = json as Record<string, unknown>[];
  const { category, country, rule, tier } = policy ?? {};
  assert.deepEqual([category, country, rule, tier], ["gambling", "GB", "tier", "business"]);
  await run("service", "grant", "wa", username);
  await run("service", "ungrant", "wa", username);
  await run("service", "drop-policy", "--category", "gambling", "--country", "GB");
  const wrong = await tool(["service", "policy", "tier", "--reason", "test", "--json"]);
  assert.equal(wrong.code, 1);
  assert.match(wrong.error.message, /Give a tier with the rule tier/);
});

test("tiers and due dates at their edges", () => {
  const at = new Date("2026-11-27T12:00:00Z");
  const before = (ms: number): number => at.getTime() - ms;
  const rules = { newAccountHours: 24, termsVersion: "b", termsDays: 365 };
  const dayMs = day * 1000;
  const cases: [Pick<Standing, "tier" | "isConfirmed" | "createdAtMs">, Tier][] = [
    [{ tier: null, isConfirmed: false, createdAtMs: before(dayMs) }, "none"],
    [{ tier: null, isConfirmed: true, createdAtMs: before(dayMs - 1) }, "none"],
    [{ tier: null, isConfirmed: true, createdAtMs: before(dayMs) }, "email"],
    [{ tier: "business", isConfirmed: false, createdAtMs: before(0) }, "business"],
    [{ tier: "none", isConfirmed: true, createdAtMs: before(9 * dayMs) }, "none"],
  ];
  for (const [standing, tier] of cases)
    assert.equal(tierOf(standing, rules, at), tier, JSON.stringify(standing));
  const year = 365 * dayMs;
  const due: [string | null, number | null, boolean][] = [
    ["b", before(year - 1), false],
    ["b", before(year), true],
    ["a", before(0), true],
    [null, null, true],
  ];
  for (const [termsVersion, termsAtMs, isDue] of due)
    assert.equal(areTermsDue({ termsVersion, termsAtMs }, rules, at), isDue, `${termsVersion} ${termsAtMs}`);
  assert.equal(areTermsDue({ termsVersion: "b", termsAtMs: 0 }, { ...rules, termsDays: 0 }, at), false);
});

test("what banks, payments and government send is never shown, whatever was rented, and not by the operator either", async () => {
  const { live } = await customer();
  const source = await addSource(app);
  const before = await balance(live);
  const waiting = await rent(live, { service: "other", country: "NG" });
  const texts = ["Your BVN enrolment code is 445566", "Use 445566 to approve the transfer to ADA"];
  for (const [place, text] of texts.entries())
    assert.ok((await source.send({ to: waiting.number, from: "X", text, id: `never ${place}` })).ok);
  const stored = await app.db.rows<{ id: number; state: string; reason: string }>(
    `select id, state, reason from messages where number = $1 order by id`,
    [waiting.number],
  );
  assert.deepEqual(
    stored.map(({ state, reason }) => [state, reason]),
    texts.map(() => ["unmatched", "never_shown"]),
  );
  const { status, messages } = await sms(live, waiting);
  assert.deepEqual([status, messages], ["PENDING", []]);
  const operator = await (await addTestMember(app, 0, "operator")).signIn();
  const given = await operator.post(`operator/messages/${stored[0]?.id}/assign`, {
    order_id: waiting.order_id,
  });
  assert.deepEqual(refusal(given), [409, "message_not_assignable"]);
  assert.equal((await live.post("/cancel", { order_id: waiting.order_id })).status, 200);
  assert.deepEqual(await balance(live), before);
});
