import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig } from "../../src/config.ts";
import { checkSettings } from "../../src/edges/cli/doctor/settings.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { perFile } from "../helpers/fixtures.ts";
import { speak } from "../helpers/raw.ts";

const app = perFile(() => startTestApp({ LOG_LEVEL: "silent" }));

const statusOf = async (there: TestApp, ...headers: string[]): Promise<number> =>
  (await speak(there, ["GET /metrics HTTP/1.1", ...headers, "connection: close", "", ""].join("\r\n")))
    .status;

test("metrics without a token are for this machine: no proxy in between, by a name of its own", async () => {
  for (const host of ["127.0.0.1", "127.0.0.1:8080", "localhost:8080", "LOCALHOST", "[::1]:8080"])
    assert.equal(await statusOf(app, `host: ${host}`), 200, host);
  for (const host of [
    "otp.example.com",
    "rebound.evil.example:8080",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "",
  ])
    assert.equal(await statusOf(app, `host: ${host}`), 403, host);
  for (const header of [
    "x-forwarded-for: 203.0.113.7",
    "X-Forwarded-For: 127.0.0.1",
    "x-forwarded-proto: https",
    "x-forwarded-host: otp.example.com",
    "x-real-ip: 203.0.113.7",
    "forwarded: for=203.0.113.7",
    "via: 1.1 proxy",
    "cf-connecting-ip: 203.0.113.7",
  ])
    assert.equal(await statusOf(app, "host: localhost", header), 403, header);
  const answer = await fetch(`${app.url}/metrics`, { headers: { origin: "https://evil.example" } });
  assert.equal(answer.headers.get("access-control-allow-origin"), null);
});

test("behind a proxy that nobody named, and with a token, only the token counts", async (t) => {
  const https = "https://otp.example.com";
  const unnamed = await startTestApp({ LOG_LEVEL: "silent", PUBLIC_BASE_URL: https });
  const token = await startTestApp({
    LOG_LEVEL: "silent",
    PUBLIC_BASE_URL: https,
    METRICS_TOKEN: "scrape-me",
  });
  const named = await startTestApp({
    LOG_LEVEL: "silent",
    PUBLIC_BASE_URL: https,
    TRUSTED_PROXIES: "127.0.0.1",
  });
  t.after(() => Promise.all([unnamed.close(), token.close(), named.close()]));
  assert.equal(await statusOf(unnamed, "host: localhost"), 403);
  assert.equal(await statusOf(token, "host: localhost"), 403);
  assert.equal(await statusOf(token, "host: otp.example.com", "authorization: Bearer scrape-me"), 200);
  assert.equal(await statusOf(named, "host: localhost"), 200);
  assert.equal(await statusOf(named, "host: localhost", "x-forwarded-for: 203.0.113.7"), 403);
});

test("the doctor says what is missing where a proxy must be in front", () => {
  const warnings = (settings: Record<string, string>): string[] =>
    [...checkSettings(readConfig(settings))]
      .filter(({ level }) => level === "warn")
      .map(({ check, message }) => `${check}: ${message}`);
  const https = "https://otp.example.com";
  assert.match(warnings({ PUBLIC_BASE_URL: https }).join(), /proxies: .*TRUSTED_PROXIES.*METRICS_TOKEN/);
  assert.deepEqual(warnings({ PUBLIC_BASE_URL: https, TRUSTED_PROXIES: "127.0.0.1" }), []);
});
