import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { Secret, TOTP } from "otpauth";
import { startTestApp } from "../helpers/app.ts";
import { perFile } from "../helpers/fixtures.ts";
import { goodPassword, openBrowser, signUp } from "../helpers/browser.ts";
import { json, openSource, readSettings } from "../helpers/source.ts";

// Credentials that used to be valid and are sent again. Links, recovery codes and codes to sign in with are in
// test/trails/members.test.ts, repeated messages in test/api/sources.test.ts.

const app = perFile(() => startTestApp({ LOG_LEVEL: "silent" }));

test("a signed call is good for some minutes, changes nothing the second time, and nothing of it can be swapped", async () => {
  const auth = { kind: "hmac", template: "{timestamp}.{body}", timestampHeader: "X-Timestamp" };
  const source = await openSource(app, "generic", { settings: { auth } });
  const { secret } = await newSecret(source.id);
  const sign = (timestamp: string, body: string): Record<string, string> => ({
    ...json,
    "x-timestamp": timestamp,
    "x-signature": createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex"),
  });
  const body = JSON.stringify({ to: "15550100000", from: "WhatsApp", text: "Your code is 4711", id: "a" });
  const now = String(Math.floor(app.clock.now().getTime() / 1000));
  const signed = sign(now, body);
  const repeated = [await source.send(body, signed), await source.send(body, signed)];
  assert.deepEqual(
    repeated.map(({ status }) => status),
    [200, 200],
  );
  assert.deepEqual(await source.keys(), ["a"]);

  const later = String(Number(now) + 1);
  const other = body.replace("4711", "6666").replace('"a"', '"b"');
  for (const [what, headers] of [
    [other, signed],
    [body, { ...signed, "x-timestamp": later }],
    [body, { ...signed, "x-timestamp": "" }],
    [body, { ...json, "x-signature": String(signed["x-signature"]) }],
  ] as const)
    assert.equal((await source.send(what, headers)).status, 403, JSON.stringify(headers));
  app.clock.advance(301);
  assert.equal((await source.send(body, signed)).status, 403, "too old");
  const future = String(Math.floor(app.clock.now().getTime() / 1000) + 3600);
  assert.equal((await source.send(body, sign(future, body))).status, 403, "not yet");
  assert.deepEqual(await source.keys(), ["a"]);
});

/** The secret as shown to the operator. */
async function newSecret(sourceId: number): Promise<{ secret: string }> {
  const settings = (await readSettings(app, sourceId)) as { auth: { secret: string } };
  return { secret: settings.auth.secret };
}

test("a cookie is worth nothing after signing out, a new sign-in, or a new password", async () => {
  const { browser, username } = await signUp(app);
  const first = browser.cookie;
  await browser.post("sign-in", { username, password: goodPassword });
  const second = browser.cookie;
  const elsewhere = openBrowser(app);
  await elsewhere.post("sign-in", { username, password: goodPassword });
  const third = elsewhere.cookie;
  const password = "another long password";
  assert.equal((await browser.post("password/change", { current: goodPassword, password })).status, 200);
  assert.equal((await browser.get("me")).status, 200);
  await browser.post("sign-out");
  for (const cookie of [first, second, third])
    for (const path of ["me", "//account/api/v1/user"])
      assert.equal((await openBrowser(app, cookie).get(path)).status, 401);
});

test("a code of the authenticator counts once, wherever it was used", async () => {
  const { browser, username } = await signUp(app);
  const { secret } = (await browser.post("totp/begin", { password: goodPassword })).body.data as {
    secret: string;
  };
  const codeNow = (): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.clock.now().getTime() });
  const first = codeNow();
  assert.equal((await browser.post("totp/enable", { code: first })).status, 200);
  const disable = (code: string) => browser.post("totp/disable", { password: goodPassword, code });
  assert.equal((await disable(first)).body.code, "totp_wrong");
  app.clock.advance(30);
  const code = codeNow();
  assert.equal((await browser.post("sign-in", { username, password: goodPassword, code })).status, 200);
  assert.equal((await disable(code)).body.code, "totp_wrong");
  assert.equal((await disable(first)).body.code, "totp_wrong", "nor an earlier one");
  app.clock.advance(30);
  assert.equal((await disable(codeNow())).status, 200);
});
