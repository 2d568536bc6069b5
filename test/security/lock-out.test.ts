import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Secret, TOTP } from "otpauth";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import {
  addTestMember,
  confirm,
  goodPassword,
  newestLink,
  openBrowser,
  signUp,
  type Browser,
} from "../helpers/browser.ts";

// Limits against guessing must not become a means to lock people out of their accounts, or to flood them.

let app: TestApp;
before(async () => {
  const PUBLIC_BASE_URL = "http://localhost:8080"; // Passkeys are bound to names.
  app = await startTestApp({ LOG_LEVEL: "silent", TRUSTED_PROXIES: "127.0.0.1", PUBLIC_BASE_URL });
});
after(() => app.close());

const from = (address: string) => ({ headers: { "x-forwarded-for": address } });
const signIn = (browser: Browser, username: string, password: string, address: string) =>
  browser.post("sign-in", { username, password }, from(address));

async function fail(username: string, address: string, times: number): Promise<(string | undefined)[]> {
  const codes: (string | undefined)[] = [];
  for (let n = 0; n < times; n++)
    codes.push((await signIn(openBrowser(app), username, "wrong", address)).body.code);
  return codes;
}

test("who tries an operator's password elsewhere keeps the operator from nothing", async () => {
  const { username } = await addTestMember(app, 0, "operator");
  const known = openBrowser(app);
  assert.equal((await signIn(known, username, goodPassword, "203.0.113.1")).status, 200);
  const session = known.cookie;
  await known.post("sign-out");
  assert.equal((await fail(username, "198.51.100.1", 11)).at(-1), "locked");
  // From another address, and on a browser that is known even from the attacker's own.
  assert.equal((await signIn(openBrowser(app), username, goodPassword, "203.0.113.1")).status, 200);
  assert.equal((await signIn(known, username, goodPassword, "198.51.100.1")).status, 200);
  const stranger = await signIn(openBrowser(app), username, goodPassword, "198.51.100.1");
  assert.equal(stranger.body.code, "locked");
  assert.equal((await openBrowser(app, session).get("me")).status, 401, "signed out is signed out");

  // From everywhere at once: strangers' browsers wait, known ones and open sessions do not.
  for (let n = 2; n < 12; n++) await fail(username, `198.51.100.${n}`, 10);
  const fresh = await signIn(openBrowser(app), username, goodPassword, "203.0.113.99");
  assert.equal(fresh.body.code, "locked");
  assert.equal((await signIn(known, username, goodPassword, "203.0.113.99")).status, 200);
  const password = "another long password";
  const changed = await known.post("password/change", { current: goodPassword, password });
  assert.equal(changed.status, 200, changed.text);
  assert.equal((await signIn(known, username, password, "203.0.113.99")).status, 200, "still known");
});

test("who sets a new password by mail is not kept out by what was tried with the old one", async () => {
  const { username, email } = await signUp(app);
  const address = "198.51.100.150";
  assert.equal((await fail(username, address, 11)).at(-1), "locked");
  await openBrowser(app).post("password/forgot", { email });
  const token = await newestLink(app, email);
  const password = "another long password";
  assert.equal((await openBrowser(app).post("password/reset", { token, password })).status, 200);
  assert.equal((await signIn(openBrowser(app), username, password, address)).status, 200);
});

test("a known browser is its member's alone, has tries of its own, and is known no longer than the password stays", async () => {
  const one = await signUp(app);
  const other = await signUp(app);
  const { device } = one.browser;
  const browserWith = (token: string): Browser => Object.assign(openBrowser(app), { device: token });
  const address = "198.51.100.77";
  for (const { username } of [one, other]) assert.equal((await fail(username, address, 11)).at(-1), "locked");
  assert.equal((await signIn(browserWith(device), one.username, goodPassword, address)).status, 200);
  assert.equal(
    (await signIn(browserWith(device), other.username, goodPassword, address)).body.code,
    "locked",
  );
  for (const forged of ["", "x", device.slice(0, -2), device.toUpperCase(), other.browser.device])
    assert.equal(
      (await signIn(browserWith(forged), one.username, goodPassword, address)).body.code,
      "locked",
      forged,
    );
  for (let n = 0; n < 10; n++)
    assert.equal(
      (await signIn(browserWith(device), one.username, "wrong", address)).body.code,
      "invalid_credentials",
    );
  assert.equal((await signIn(browserWith(device), one.username, goodPassword, address)).body.code, "locked");
  app.clock.advance(901);
  assert.equal((await signIn(browserWith(device), one.username, goodPassword, address)).status, 200);

  const password = "another long password";
  assert.equal((await one.browser.post("password/change", { current: goodPassword, password })).status, 200);
  await fail(one.username, address, 11);
  assert.equal(
    (await signIn(browserWith(device), one.username, password, address)).body.code,
    "locked",
    "as it was",
  );
  assert.equal((await signIn(browserWith(one.browser.device), one.username, password, address)).status, 200);
  app.clock.advance(181 * 86_400);
  await fail(one.username, address, 11);
  const old = await signIn(browserWith(one.browser.device), one.username, password, address);
  assert.equal(old.body.code, "locked", "too old");
});

test("all who share an address are not locked out by one of them", async () => {
  const colleague = await signUp(app);
  const address = "198.51.100.200";
  await signIn(colleague.browser, colleague.username, goodPassword, address);
  for (let n = 0; n < 4; n++) await fail(`nobody-${n}`, address, 10);
  assert.equal((await fail("nobody-9", address, 1))[0], "locked", "the address has had thirty");
  assert.equal((await signIn(colleague.browser, colleague.username, goodPassword, address)).status, 200);
});

test("a browser's token holds nothing that tells of its member", async () => {
  const { browser, username, email } = await signUp(app);
  const plain = Buffer.from(browser.device, "base64url").toString("latin1");
  for (const secret of [username, email, goodPassword, "memberId"]) assert.ok(!plain.includes(secret));
  const again = await browser.post("sign-in", { username, password: goodPassword });
  const cookies = again.headers.getSetCookie();
  assert.equal(cookies.length, 2);
  for (const cookie of cookies) assert.match(cookie, /Path=\/; HttpOnly; SameSite=Strict/);
});

const codeOf = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.clock.now().getTime() });

test("what changes who can sign in asks for all factors; a cookie alone turns none on", async () => {
  const { browser } = await signUp(app);
  for (const body of [undefined, {}, { password: "wrong" }])
    assert.ok([400, 401].includes((await browser.post("totp/begin", body)).status));
  const begun = await browser.post("totp/begin", { password: goodPassword });
  const { secret } = begun.body.data as { secret: string };
  assert.equal((await browser.post("totp/enable", { code: codeOf(secret) })).status, 200);
  await app.db.rows(
    `insert into passkeys (member_id, credential_id, public_key, sign_count, transports, name, synced, created_at)
     select max(id), 'guarded', '', 0, '{}', 'mine', false, $1 from members`,
    [app.clock.now()],
  );
  const [passkey] = (await browser.get("passkeys")).body.data as { id: number }[];
  const guarded: [string, string, object][] = [
    ["POST", "passkeys/begin", {}],
    ["POST", "email/change", { email: "next@example.com" }],
    ["DELETE", `passkeys/${passkey?.id}`, {}],
    ["POST", "totp/disable", {}],
    ["DELETE", "account", {}],
  ];
  await app.db.rows(`update members set email_confirmed_at = $1`, [app.clock.now()]);
  const [self] = ((await browser.get("team")).body.data as { members: { id: number }[] }).members;
  const viewer = { email: "v@example.com", role: "viewer" };
  const sometimes: [string, string, object, object, "live" | "test"][] = [
    ["POST", "keys", { name: "all", scopes: ["admin"] }, { name: "all", scopes: ["admin"] }, "test"],
    ["POST", "keys", { name: "rents", scopes: ["rent"] }, { name: "rents", scopes: ["rent"] }, "test"],
    ["POST", "keys", { name: "reads", scopes: ["read"] }, { name: "reads", scopes: ["read"] }, "test"],
    ["POST", "team/invitations", { email: "o@example.com", role: "owner" }, viewer, "live"],
    ["POST", "team/invitations", { email: "d@example.com", role: "developer" }, viewer, "live"],
    ["PATCH", `team/${self?.id}`, { role: "owner" }, { role: "nobody" }, "live"],
  ];
  for (const [method, path, guardedBody, freeBody, mode] of sometimes) {
    const refused = await browser.call(method, path, guardedBody, { mode: "live" });
    assert.deepEqual(
      [refused.status, refused.body.code, refused.body.field],
      [401, "password_required", "password"],
    );
    const free = await browser.call(method, path, freeBody, { mode });
    assert.notEqual(free.body.code, "password_required", path);
    guarded.push([method, path, guardedBody]);
  }
  for (const [method, path, more] of guarded) {
    const call = (proof: object) => browser.call(method, path, { ...more, ...proof });
    assert.ok([400, 401].includes((await call({})).status), path);
    if (path !== "totp/disable")
      for (let n = 0; n < 12; n++)
        assert.equal((await call({ password: goodPassword })).body.code, "totp_required", path);
    assert.equal((await call({ password: goodPassword, code: "000000" })).body.code, "totp_wrong", path);
    app.clock.advance(30);
    assert.equal((await call({ password: "wrong", code: codeOf(secret) })).body.code, "invalid_credentials");
    app.clock.advance(901);
  }
  app.clock.advance(30);
  const change = { email: "next@example.com", password: goodPassword, code: codeOf(secret) };
  assert.equal((await browser.post("email/change", change)).status, 200);
});

test("nobody is flooded with letters through us, and nobody is kept from a link to a new password by that", async () => {
  const victim = "victim@example.com";
  const lettersTo = async (to: string): Promise<number> => {
    const [row] = await app.db.rows<{ n: number }>(
      `select count(*)::int as n from outbox where lower(recipient) like $1`,
      [to],
    );
    return row?.n ?? 0;
  };
  const owner = await signUp(app, victim);
  await confirm(app, owner);
  app.clock.advance(3601);
  const before = await lettersTo("victim%");
  const written: unknown[] = [];
  for (let n = 0; n < 8; n++) {
    const { accountId } = await app.account();
    const inviter = await (await addTestMember(app, accountId, "owner")).signIn();
    const email = n % 2 === 0 ? "Victim@example.com" : `victim+${n}@example.com`;
    const invited = await inviter.post("team/invitations", { email, role: "viewer" });
    assert.equal(invited.status, 200, "the link can still be handed over");
    written.push((invited.body.data as { written: boolean }).written);
    await signUp(app, `victim+up${n}@example.com`);
    await inviter.post("email/change", { password: goodPassword, email: victim });
  }
  assert.equal((await lettersTo("victim%")) - before, 5);
  assert.deepEqual(written.slice(-4), [false, false, false, false]);
  for (let n = 0; n < 6; n++) await openBrowser(app).post("password/forgot", { email: victim });
  assert.equal((await lettersTo("victim%")) - before, 8, "three links to a new password");
  app.clock.advance(3601);
  await signUp(app, "victim+late@example.com");
  assert.equal((await lettersTo("victim%")) - before, 9);
});
