import assert from "node:assert/strict";
import { test } from "node:test";
import type { Policies } from "#answers/operator/services.ts";
import type { CustomerStanding, ShownEvidence, Verification } from "#answers/standing.ts";
import { cleanUp } from "../../src/jobs/clean-up.ts";
import { startTestApp } from "../helpers/app.ts";
import { addTestMember, goodPassword, type Browser } from "../helpers/browser.ts";
import { perFile } from "../helpers/fixtures.ts";
import { refusal } from "../helpers/orders.ts";

// An account asks to be known better; the operator sees evidence and decides; the evidence is sealed, and erased by rule.

const app = perFile(() => startTestApp());
const operator = perFile(async () => (await addTestMember(app, 0, "operator")).signIn());

const bytes = (size: number): string =>
  Buffer.concat([Buffer.from("%PDF-1.7 Ada Lovelace"), Buffer.alloc(size)]).toString("base64");
const passport = { name: "passport.pdf", type: "application/pdf", data: bytes(100) };
const request = { tier: "verified", note: "I am Ada Lovelace.", file: passport };

async function customer(): Promise<{ accountId: number; owner: Browser }> {
  const { accountId } = await app.account();
  await app.db.rows(`update accounts set tier = null where id = $1`, [accountId]);
  return { accountId, owner: await (await addTestMember(app, accountId, "owner")).signIn() };
}

const openOf = async (accountId: number): Promise<Verification> => {
  const rows = (await operator.get("operator/verifications?state=open")).body.data as Verification[];
  return rows.find((row) => row.account_id === accountId) as Verification;
};
const standingOf = async (accountId: number): Promise<CustomerStanding> =>
  (await operator.get(`operator/customers/${accountId}/standing`)).body.data;
const clean = (): Promise<void> =>
  cleanUp({
    ...app,
    messageRetentionDays: 30,
    eventRetentionDays: 7,
    evidenceRetentionDays: 90,
    caseRetentionDays: 90,
  });
const keptOf = (accountId: number): Promise<unknown[]> =>
  app.db.rows(
    `select note_sealed is not null as note, file_sealed is not null as file, file_name as name, decision
     from verifications where account_id = $1 order by id`,
    [accountId],
  );

test("asked for with a document, seen by the operator alone, decided once, told to the customer", async () => {
  const { accountId, owner } = await customer();
  assert.equal((await owner.post("verification", request)).status, 200);
  assert.deepEqual(refusal(await owner.post("verification", request)), [409, "verification_open"]);
  const [stored] = await app.db.rows<{ all: string }>(
    `select (v.*)::text as all from verifications v where account_id = $1`,
    [accountId],
  );
  assert.doesNotMatch(stored?.all ?? "", /Lovelace|JVBERi/, "sealed");

  const { id, tier, has_file: hasFile } = await openOf(accountId);
  assert.deepEqual([tier, hasFile], ["verified", true]);
  const seen = (await operator.post(`operator/verifications/${id}/evidence`)).body.data as ShownEvidence;
  assert.deepEqual(seen, { note: request.note, file: passport });
  assert.equal((await owner.post(`operator/verifications/${id}/evidence`)).status, 403);

  const decide = (body: object) => operator.post(`operator/verifications/${id}/decide`, body);
  assert.equal((await decide({ tier: "decline" })).status, 400, "without a reason");
  const [one, two] = await Promise.all([
    decide({ tier: "verified", reason: "passport seen" }),
    decide({ tier: "business", reason: "passport seen" }),
  ]);
  assert.deepEqual([one.status, two.status].toSorted(), [200, 404]);
  const [told] = (await owner.get("verification")).body.data as Verification[];
  assert.deepEqual([told?.decision, told?.reason], ["accepted", "passport seen"]);
  const { decided, tier: now } = await standingOf(accountId);
  assert.deepEqual([decided, now], [true, told?.tier]);
  const actions = await app.db.rows<{ action: string }>(
    `select action from audit_log where subject = $1 and action ~ 'tier|evidence' order by id`,
    [`account ${accountId}`],
  );
  assert.deepEqual(
    actions.map(({ action }) => action),
    ["account.ask-tier", "account.reveal-evidence", "account.tier"],
  );
});

test("what cannot be evidence is refused, and nothing is kept of it", async () => {
  const { accountId, owner } = await customer();
  const files: object[] = [
    { ...passport, type: "text/html" },
    { ...passport, data: Buffer.from("<script>").toString("base64") },
    { ...passport, type: "image/png" },
    { ...passport, data: `${passport.data} <script>` },
    { ...passport, data: "" },
    { ...passport, data: bytes(3 * 1024 * 1024 + 10) },
  ];
  for (const file of files) {
    const refused = await owner.post("verification", { ...request, file });
    assert.deepEqual(refusal(refused), [400, "invalid_request", "file"], refused.text);
    assert.match(refused.text, /send a PDF, JPEG or PNG|larger than 3 MB/);
  }
  const tooLarge = await owner.post("verification", {
    ...request,
    file: { ...passport, data: bytes(7_000_000) },
  });
  assert.equal(tooLarge.status, 413);
  assert.deepEqual(await keptOf(accountId), []);
  const largest = bytes(3 * 1024 * 1024 - 30);
  assert.equal(
    (await owner.post("verification", { ...request, file: { ...passport, data: largest } })).status,
    200,
  );
});

test("evidence is erased so many days after the decision; a request that nobody decided ends then; at closing all goes", async (t) => {
  app.clock.stop(t);
  const [decided, forgotten, closing] = [await customer(), await customer(), await customer()];
  for (const { owner } of [decided, forgotten, closing])
    assert.equal((await owner.post("verification", request)).status, 200);
  const { id } = await openOf(decided.accountId);
  await operator.post(`operator/verifications/${id}/decide`, { tier: "decline", reason: "cannot be read" });
  const exported = JSON.parse((await closing.owner.get("account/export")).text) as Record<string, object[]>;
  assert.match(JSON.stringify(exported["verifications"]), /I am Ada Lovelace\..*JVBERi/);
  const left = await closing.owner.call("DELETE", "account", { password: goodPassword });
  assert.equal(left.status, 200, left.text);
  const none = { note: false, file: false, name: null };
  assert.deepEqual(await keptOf(closing.accountId), [{ ...none, decision: "declined" }]);

  app.clock.advance(90 * 86_400);
  await clean();
  const kept = { note: true, file: true, name: "passport.pdf" };
  assert.deepEqual(await keptOf(decided.accountId), [{ ...kept, decision: "declined" }]);
  assert.deepEqual(await keptOf(forgotten.accountId), [{ ...kept, decision: null }]);
  app.clock.advance(1);
  await clean();
  assert.deepEqual(await keptOf(decided.accountId), [{ ...none, decision: "declined" }]);
  assert.deepEqual(await keptOf(forgotten.accountId), [{ ...none, decision: "declined" }]);

  const traces = (): Promise<unknown[]> =>
    app.db.rows(
      `select erased_at as "erasedAt", asked_by as "askedBy", reason from verifications where account_id = $1`,
      [decided.accountId],
    );
  const [{ erasedAt, reason }] = (await traces()) as [{ erasedAt: Date; reason: string }];
  assert.equal(reason, "cannot be read");
  app.clock.advance(60);
  const owner = await (await addTestMember(app, decided.accountId, "owner")).signIn();
  const closed = await owner.call("DELETE", "account", { password: goodPassword });
  assert.equal(closed.status, 200, closed.text);
  assert.deepEqual(
    await traces(),
    [{ erasedAt, askedBy: "", reason: null }],
    "what the rule left goes with the account; what it erased keeps its time",
  );
});

test("the operator decides without a request, with evidence of their own, and allows single services", async () => {
  const olga = await (await addTestMember(app, 0, "operator")).signIn();
  const { accountId, owner } = await customer();
  const post = (verb: string, body: object) => olga.post(`operator/customers/${accountId}/${verb}`, body);
  const standing = async (): Promise<CustomerStanding> =>
    (await olga.get(`operator/customers/${accountId}/standing`)).body.data;
  assert.equal((await post("tier", { tier: "business", reason: "contract", file: passport })).status, 200);
  const { tier, verifications } = await standing();
  assert.deepEqual(
    [tier, verifications[0]?.has_file, verifications[0]?.decision],
    ["business", true, "accepted"],
  );
  assert.equal((await post("tier", { tier: "auto", reason: "x", file: passport })).status, 400);
  assert.equal((await post("tier", { tier: "auto", reason: "contract ended" })).status, 200);
  assert.equal((await standing()).decided, false);
  assert.equal((await post("grant", { service: "wa", reason: "own app" })).status, 200);
  assert.deepEqual(
    (await standing()).grants.map(({ service }) => service),
    ["whatsapp"],
  );
  assert.equal((await post("ungrant", { service: "whatsapp", reason: "over" })).status, 200);
  assert.deepEqual((await standing()).grants, []);
  assert.equal((await post("grant", { service: "nothing", reason: "x" })).body.code, "unknown_service");
  assert.equal((await olga.get("operator/customers/999999/standing")).status, 404);

  const policy = { category: "dating", country: "ng", rule: "never", reason: "law" };
  assert.equal((await olga.post("operator/policies", policy)).status, 200);
  const { policies, sanctioned } = (await olga.get("operator/policies")).body.data as Policies;
  assert.deepEqual(sanctioned, ["CU", "IR", "KP"]);
  assert.deepEqual(
    policies.map(({ id: _id, ...line }) => line),
    [{ category: "dating", service: null, country: "NG", rule: "never", tier: null, min_age_days: 0 }],
  );
  assert.equal((await olga.post("operator/policies", { ...policy, rule: "tier" })).status, 400);
  assert.equal((await olga.post("operator/policies", { ...policy, service: "tinder" })).status, 400);
  const drop = { category: "dating", country: "NG", reason: "law changed" };
  assert.equal((await olga.post("operator/policies/drop", drop)).status, 200);
  assert.deepEqual(refusal(await olga.post("operator/policies/drop", drop)), [404, "policy_not_found"]);
  assert.equal((await owner.get("operator/policies")).status, 403);
});
