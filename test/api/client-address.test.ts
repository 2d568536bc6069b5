import assert from "node:assert/strict";
import { test } from "node:test";
import { startTestApp } from "../helpers/app.ts";
import { perFile } from "../helpers/fixtures.ts";
import { openBrowser, signUp } from "../helpers/browser.ts";

// The caller's address behind a proxy: valid headers are read correctly, others are ignored. The forms are in
// src/kit/address.test.ts.

const app = perFile(() => startTestApp({ TRUSTED_PROXIES: "loopback, 10.0.0.0/8", LOG_LEVEL: "silent" }));

const from = (address: string): { headers: Record<string, string> } => ({
  headers: { "x-forwarded-for": address },
});
const garbage = [
  "unknown",
  "_x",
  "<script>",
  "198.51.100.7:port",
  ",,",
  "%00",
  "é".repeat(50),
  "1".repeat(900),
];

test("an allow list sees the client's address however the proxy writes it, and never garbage", async () => {
  const { accountId, liveKey: key } = await app.account();
  await app.db.rows(
    `update api_keys k set allowed_ips = '{198.51.100.0/24, 2001:db8::/32}' from wallets w where w.id = k.wallet_id and w.account_id = $1`,
    [accountId],
  );
  const statusFor = async (address: string): Promise<number> =>
    (await fetch(`${app.url}/account/api/v1/user?api_key=${key}`, from(address))).status;
  for (const good of [
    "198.51.100.7",
    " 198.51.100.7:4711 ",
    "::ffff:198.51.100.7",
    "[2001:db8::7]:4711",
    "203.0.113.9, 198.51.100.7, 10.1.2.3",
  ])
    assert.equal(await statusFor(good), 200, good);
  for (const bad of ["203.0.113.9", "198.51.100.7, 203.0.113.9", "198.51.100.7, unknown", "", ...garbage])
    assert.equal(await statusFor(bad), 403, bad);
});

test("whatever a proxy writes, signing in and up is answered, and the session says an address", async () => {
  for (const written of ["[2001:db8::5]:99", ...garbage]) {
    const reply = await openBrowser(app).post(
      "sign-in",
      { username: "nobody", password: "wrong" },
      from(written),
    );
    assert.equal(reply.body.code, "invalid_credentials", written);
  }
  const { browser } = await signUp(app);
  const [session] = (await browser.get("sessions")).body.data as unknown as { ip: string }[];
  assert.equal(session?.ip, "127.0.0.1");
});

test("limits by address count IPv6 by /64", async () => {
  const signUpFrom = async (address: string): Promise<string | undefined> => {
    const person = { username: "x", email: "x@example.com", password: "short", accepted_terms: "2026-11" };
    return (await openBrowser(app).post("sign-up", person, from(address))).body.code;
  };
  for (let host = 1; host <= 20; host++)
    assert.equal(await signUpFrom(`2001:db8:0:1::${host}`), "password_weak", String(host));
  assert.equal(await signUpFrom("2001:db8:0:1:ffff::1"), "locked");
  assert.equal(await signUpFrom("2001:db8:0:2::1"), "password_weak");

  const guessFrom = async (address: string): Promise<number> =>
    (await fetch(`${app.url}/account/api/v1/user?api_key=zap_live_x`, from(address))).status;
  for (let host = 1; host <= 120; host++) assert.equal(await guessFrom(`2001:db8:0:5::${host}`), 401);
  assert.equal(await guessFrom("2001:db8:0:5:ffff::1"), 429);
  assert.equal(await guessFrom("2001:db8:0:6::1"), 401);
});
