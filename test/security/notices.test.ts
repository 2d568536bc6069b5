import assert from "node:assert/strict";
import { once } from "node:events";
import { Writable } from "node:stream";
import { pino } from "pino";
import { test } from "node:test";
import { Secret, TOTP } from "otpauth";
import { createServer } from "../../src/http/server.ts";
import { Refusal } from "../../src/kit/errors.ts";
import { startTestApp } from "../helpers/app.ts";
import { perFile } from "../helpers/fixtures.ts";
import { goodPassword, newestLink, openBrowser, signUp } from "../helpers/browser.ts";

// Notifications to people and operators: changes to how somebody signs in, and refused attempts.

const app = perFile(() => startTestApp({ LOG_LEVEL: "silent" }));

/** What an address was told about changes, oldest first. */
async function told(email: string): Promise<string[]> {
  const letters = await app.db.rows<{ subject: string }>(
    `select subject from outbox where recipient = $1 and subject like 'Your sign-in changed: %' order by id`,
    [email],
  );
  return letters.map(({ subject }) => subject.slice("Your sign-in changed: ".length));
}

test("every change to how somebody signs in is told to the address that was theirs before, and written down", async () => {
  const { browser, email, username } = await signUp(app);
  assert.equal((await browser.post("email/confirm", { token: await newestLink(app, email) })).status, 200);
  const { secret } = (await browser.post("totp/begin", { password: goodPassword })).body.data as {
    secret: string;
  };
  const code = (): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.clock.now().getTime() });
  assert.equal((await browser.post("totp/enable", { code: code() })).status, 200);
  app.clock.advance(30);
  const elsewhere = openBrowser(app);
  await elsewhere.post("sign-in", { username, password: goodPassword, code: code() });
  assert.equal((await elsewhere.get("me")).status, 200);
  app.clock.advance(30);
  assert.equal((await browser.post("totp/disable", { password: goodPassword, code: code() })).status, 200);
  assert.equal((await elsewhere.get("me")).status, 401, "the other sessions are over");
  const password = "another long password";
  assert.equal((await browser.post("password/change", { current: goodPassword, password })).status, 200);
  await openBrowser(app).post("password/forgot", { email });
  const token = await newestLink(app, email);
  assert.equal(
    (await openBrowser(app).post("password/reset", { token, password: goodPassword })).status,
    200,
  );
  assert.deepEqual(await told(email), [
    "two-factor sign-in was turned on",
    "two-factor sign-in was turned off",
    "the password was changed",
    "a new password was set by a mailed link",
  ]);

  assert.equal((await browser.post("sign-in", { username, password: goodPassword })).status, 200);
  const next = `next-${email}`;
  assert.equal((await browser.post("email/change", { password: goodPassword, email: next })).status, 200);
  assert.equal((await told(email)).length, 4, "not before the new address is proven");
  assert.equal((await browser.post("email/confirm", { token: await newestLink(app, next) })).status, 200);
  assert.match((await told(email)).at(-1) ?? "", /e-mail address was changed/);
  assert.deepEqual(await told(next), []);

  const actions = await app.db.rows<{ action: string }>(
    `select action from audit_log where subject = (select 'member ' || id from members where username = $1) order by id`,
    [username],
  );
  assert.deepEqual(
    actions.map(({ action }) => action),
    [
      "email.confirm",
      "totp.enable",
      "session.begin",
      "totp.disable",
      "password.change",
      "password.reset",
      "session.begin",
      "email.change",
      "email.confirm",
    ],
  );
});

test("who is refused for what they are, is told to the log by address and route, without what they sent", async () => {
  let lines = "";
  const sink = new Writable({ write: (chunk, _encoding, done) => ((lines += String(chunk)), done()) });
  const server = await createServer({
    log: pino(sink),
    isHttps: false,
    codes: [
      { statuses: { invalid_credentials: 401, order_not_found: 404 }, suspicious: ["invalid_credentials"] },
    ],
  });
  const codes = ["unauthorized", "forbidden", "invalid_credentials", "order_not_found"];
  for (const code of codes)
    server.get(`/${code}`, async () => {
      throw new Refusal(code, "Not so.");
    });
  for (const code of codes) await server.inject(`/${code}?api_key=canary`);
  sink.end();
  await once(sink, "finish");
  const logged = lines
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  assert.deepEqual(
    logged.map(({ code, ip, route, method }) => [code, ip, route, method]),
    [
      ["unauthorized", "127.0.0.1", "/unauthorized", "GET"],
      ["forbidden", "127.0.0.1", "/forbidden", "GET"],
      ["invalid_credentials", "127.0.0.1", "/invalid_credentials", "GET"],
    ],
  );
  for (const { requestId, time } of logged) assert.ok(requestId && time);
  assert.ok(!lines.includes("canary"));
  await server.close();
});
