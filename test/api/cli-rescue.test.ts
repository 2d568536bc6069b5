import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sealTotp } from "../../src/domain/members/sealed-totp.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { addTestMember, openBrowser } from "../helpers/browser.ts";
import { clientFor } from "../helpers/client.ts";
import { rent, send, sms } from "../helpers/orders.ts";
import { addSource } from "../helpers/stock.ts";
import { createTool, toolFor, type RunTool } from "../helpers/tool.ts";
import { until } from "../helpers/until.ts";

let app: TestApp;
let run: RunTool;
before(async () => {
  app = await startTestApp();
  run = toolFor(app);
});
after(() => app.close());

test("the operator's Health page says that texts are encrypted, and what every check found", async () => {
  const member = await addTestMember(app, 0, "operator");
  const { data } = (await (await member.signIn()).get("operator/health")).body as {
    data: { encryption: boolean; checks: Record<string, { state: string }> };
  };
  assert.equal(data.encryption, true);
  assert.deepEqual([data.checks["database"]?.state, data.checks["encryption"]?.state], ["ok", "ok"]);
  const held = await app.db.rows<{ settings: Buffer }>(`select settings from sources`);
  await app.db.rows(`update sources set settings = '\\x00'`);
  const browser = await member.signIn();
  // Results of checks are reused for half a second.
  await until(
    async () => (await browser.get("operator/health")).body.data as never as { encryption: boolean },
    ({ encryption }) => !encryption,
  );
  await app.db.rows(`update sources set settings = $1`, [held[0]?.settings]);
});

test("who lost the password gets another one; sessions end, and the second factor goes where it is lost as well", async () => {
  const member = await addTestMember(app, 0, "operator");
  const browser = await member.signIn();
  await app.db.rows(`update members set totp_sealed = $2 where username = $1`, [
    member.username,
    sealTotp(app.sealer, member.id, "JBSWY3DPEHPK3PXP"),
  ]);
  const told = await run(["member", "reset-password", member.username, "--json"]);
  const { password } = told.json as { password: string };
  assert.equal((await browser.get("me")).status, 401);
  const signIn = async (secret: string): Promise<[number, string | undefined]> => {
    const reply = await openBrowser(app).post("sign-in", { username: member.username, password: secret });
    return [reply.status, reply.body.code];
  };
  assert.equal((await signIn(password))[1], "totp_required");
  const again = await run(["member", "reset-password", member.username, "--disable-totp", "--json"]);
  assert.equal((await signIn(password))[1], "invalid_credentials");
  assert.equal((await signIn((again.json as { password: string }).password))[0], 200);
  assert.equal((await run(["member", "reset-password", "nobody", "--json"])).error.code, "member_not_found");
  const actions = await app.db.rows(`select 1 from audit_log where action = 'password.reissue'`);
  assert.equal(actions.length, 2);
});

test("passkeys of a member are taken away by name, and their sessions end", async () => {
  const member = await addTestMember(app, 0, "operator");
  const browser = await member.signIn();
  await app.db.rows(
    `insert into passkeys (member_id, credential_id, public_key, sign_count, transports, name, synced, created_at)
     select id, 'stranger', '\\x00', 0, '{}', 'Not mine', false, now() from members where username = $1`,
    [member.username],
  );
  const told = await run(["member", "remove-passkeys", member.username]);
  assert.match(told.stdout, /Removed from \S+: Not mine\./);
  assert.equal((await browser.get("me")).status, 401);
  assert.deepEqual(await app.db.rows(`select 1 from passkeys where name = 'Not mine'`), []);
  const [action] = await app.db.rows<{ detail: object }>(
    `select detail from audit_log where action = 'passkey.remove' order by id desc limit 1`,
  );
  assert.deepEqual(action?.detail, { name: "Not mine" });
  assert.match((await run(["member", "remove-passkeys", member.username])).stdout, /has no passkey/);
  assert.equal((await run(["member", "remove-passkeys", "nobody", "--json"])).error.code, "member_not_found");
});

test("a lost encryption key: what it sealed is given up, money and orders stay, and the server goes on with another", async () => {
  const client = clientFor(app, (await app.account(100_000)).testKey);
  const order = await rent(client);
  await send(client, order, "Your WhatsApp code is 314-159");
  const source = await addSource(app);
  assert.equal((await run(["forget-sealed", "--yes", "--json"])).error.code, "key_fits");
  const other = createTool({ DATABASE_URL: app.connectionString, ENCRYPTION_KEY: "00".repeat(32) });
  assert.equal((await other(["forget-sealed", "--json"])).error.code, "not_confirmed");
  assert.equal((await sms(client, order)).sms_code, "314-159", "nothing was done yet");

  const told = await other(["forget-sealed", "--yes", "--json"]);
  const { forgotten } = told.json as { forgotten: Record<string, number> };
  assert.deepEqual([forgotten["sources"], (forgotten["messages.text_sealed"] ?? 0) >= 1], [1, true]);
  assert.match((await other(["doctor"])).stdout, /^ok +encryption key +fits the database/m);
  const [kept] = await app.db.rows<{ status: string }>(`select status from orders where order_id = $1`, [
    order.order_id,
  ]);
  assert.equal(kept?.status, "RECEIVED");
  await assertBooks(app.db);
  const after = await sms(client, order);
  assert.deepEqual([after.status, after.sms_code, after.sms_text], ["RECEIVED", null, null]);
  assert.equal((await source.send({ id: "x", to: "15550100000", from: "x", text: "x" })).status, 404);
});
