import assert from "node:assert/strict";
import { test } from "node:test";
import { Secret, TOTP } from "otpauth";
import { isPassword, hashPassword } from "../../src/domain/members/password.ts";
import { findKeysAndViews } from "../../src/domain/orders/queries.ts";
import { newToken, sha256 } from "../../src/kit/secrets.ts";
import { startTestApp } from "../helpers/app.ts";
import { perFile } from "../helpers/fixtures.ts";
import { goodPassword, openBrowser, signUp, type SignedUp } from "../helpers/browser.ts";
import { compare, millisecondsOf } from "../helpers/compare.ts";

// What attackers can learn by trying: from the timing of answers, and by many attempts. Guessed keys and passwords
// are in test/api/keys.test.ts and test/trails/members.test.ts.

const app = perFile(() => startTestApp({ LOG_LEVEL: "silent" }));

test("a key that resembles a real one is looked for as long as any other", async () => {
  const { liveKey } = await app.account();
  // Looked up by its hash, of which a guesser cannot choose a single bit; so similarity to the stored one reveals
  // nothing.
  const real = sha256(liveKey);
  const near = Buffer.from(real);
  near.writeUInt8((near.at(-1) ?? 0) ^ 1, near.length - 1);
  const far = sha256(newToken("zap_live_"));
  const find = (hash: Buffer): Promise<unknown[]> => findKeysAndViews(app.db, [hash.toString("hex")], []);
  assert.equal((await find(real)).length, 1);
  for (const hash of [near, far]) assert.deepEqual(await find(hash), []);
  const { left, right, spread } = await compare(
    1500,
    () => millisecondsOf(() => find(near)),
    () => millisecondsOf(() => find(far)),
  );
  console.log(`near ${left.toFixed(3)} ms, far ${right.toFixed(3)} ms, spread ${spread.toFixed(3)} ms`);
  assert.ok(Math.abs(left - right) < spread, `${left} and ${right} differ by more than ${spread}`);
});

test("a password of nobody takes as long as a wrong one of somebody", async () => {
  const stored = await hashPassword(goodPassword);
  const somebody = () => isPassword(stored, "wrong password");
  const nobody = () => isPassword(undefined, "wrong password");
  assert.deepEqual([await somebody(), await nobody()], [false, false]);
  const { left, right } = await compare(
    20,
    () => millisecondsOf(somebody),
    () => millisecondsOf(nobody),
  );
  console.log(`somebody ${left.toFixed(1)} ms, nobody ${right.toFixed(1)} ms`);
  assert.ok(left / right < 2 && right / left < 2, `${left} and ${right}`);
});

const codeOf = (secret: string, wrong = false): string => {
  const right = new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: app.clock.now().getTime(),
  });
  return wrong ? String((Number(right) + 500_000) % 1_000_000).padStart(6, "0") : right;
};

async function withSecondFactor(): Promise<SignedUp & { secret: string }> {
  const person = await signUp(app);
  const { secret } = (await person.browser.post("totp/begin", { password: goodPassword })).body.data as {
    secret: string;
  };
  assert.equal((await person.browser.post("totp/enable", { code: codeOf(secret) })).status, 200);
  app.clock.advance(30);
  return { ...person, secret };
}

test("who has the password cannot try all codes: not to sign in, and not to turn the second factor off", async () => {
  const { browser, username, secret } = await withSecondFactor();
  const signIn = (code: string) =>
    openBrowser(app).post("sign-in", { username, password: goodPassword, code });
  const disable = (code: string) => browser.post("totp/disable", { password: goodPassword, code });
  for (const attempt of [disable, signIn]) {
    const tries = await Promise.all(Array.from({ length: 15 }, () => attempt(codeOf(secret, true))));
    const codes = Map.groupBy(tries, ({ body }) => body.code);
    assert.deepEqual([codes.get("totp_wrong")?.length, codes.get("locked")?.length], [10, 5]);
    const right = await attempt(codeOf(secret));
    assert.deepEqual([right.status, right.body.code], [429, "locked"], "the right one, too late");
  }
  app.clock.advance(901);
  assert.equal((await disable(codeOf(secret))).status, 200);
});

test("a session left open does not give its password away", async () => {
  const changes: [string, string, object][] = [
    ["POST", "password/change", { current: "wrong", password: "another long password" }],
    ["POST", "email/change", { password: "wrong", email: "else@example.com" }],
    ["DELETE", "account", { password: "wrong" }],
    ["POST", "totp/begin", { password: "wrong" }],
  ];
  for (const [method, path, body] of changes) {
    const { browser } = await signUp(app);
    const codes: (string | undefined)[] = [];
    for (let n = 0; n < 11; n++) codes.push((await browser.call(method, path, body)).body.code);
    assert.deepEqual([...new Set(codes)], ["invalid_credentials", "locked"], path);
    assert.equal(codes.at(-1), "locked", path);
  }
});

test("what is no code at all is a wrong one", async () => {
  const { browser, username } = await withSecondFactor();
  for (const code of ["ﵨ𑒃༣𔗃", "١٢٣٤٥٦", "１２３４５６", "-00001", "1e5   ", "0x1234", "\u0661".repeat(6)]) {
    const signedIn = await openBrowser(app).post("sign-in", { username, password: goodPassword, code });
    assert.deepEqual([signedIn.status, signedIn.body.code], [401, "totp_wrong"], code);
  }
  assert.equal((await browser.get("me")).status, 200);
});
