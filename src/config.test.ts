import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { ConfigError, loadEnvFile, readConfig, settings } from "./config.ts";

/** What stops the start, as the operator reads it. */
function faultsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message;
  }
  return "";
}

test("an empty environment is a whole configuration", () => {
  const config = readConfig({});
  assert.equal(config.HOST, "127.0.0.1");
  assert.equal(config.PORT, 8080);
  assert.equal(config.DATA_DIR, "./data");
  assert.equal(config.ACTIVATION_SECONDS, 1200);
  assert.equal(config.CANCEL_LOCK_SECONDS, 120);
  assert.equal(config.MAX_OPEN_ORDERS, 20);
  assert.equal(config.SANDBOX_MESSAGE_SECONDS, 3);
  assert.equal(config.DEFAULT_PRICE, 45_000);
});

test("every setting has a default that it takes itself, and a sentence", () => {
  for (const [name, setting] of Object.entries(settings)) {
    assert.doesNotThrow(() => setting.parse(name, setting.defaultText), name);
    assert.match(setting.sentence, /^[A-Z0-9].*[.]$/, name);
  }
});

test("values are read by their kind", () => {
  const config = readConfig({
    PORT: " 0 ",
    LOW_BALANCE: "12.5",
    LOG_LEVEL: "debug",
    PUBLIC_BASE_URL: "https://otp.example.com/",
    HOST: "",
  });
  assert.equal(config.PORT, 0);
  assert.equal(config.LOW_BALANCE, 1250);
  assert.equal(config.LOG_LEVEL, "debug");
  assert.equal(config.PUBLIC_BASE_URL, "https://otp.example.com");
  assert.equal(config.HOST, "127.0.0.1", "set to nothing is not set");
});

const wrong: Record<string, string[]> = {
  PORT: ["65536", "-1", "80a", "8080.5", "1e3", "0x50"],
  DATABASE_CONNECTIONS: ["1", "99999999999"],
  CURRENCY: ["ngn", "NAIRA"],
  PUBLIC_BASE_URL: ["otp.example.com", "ftp://otp.example.com", "https://otp.example.com/api", "https://"],
  TRUSTED_PROXIES: ["nginx", "10.0.0.0/33", "10.0.0.1, proxy.example.com"],
  LOG_LEVEL: ["loud", "INFO"],
  DEFAULT_PRICE: ["-1.00", "4.505", "free"],
};
for (const [name, values] of Object.entries(wrong)) {
  test(`a wrong ${name} is named in a sentence`, () => {
    for (const value of values) {
      const fault = faultsOf({ [name]: value });
      assert.ok(fault.startsWith(`${name} must be `), `${value}: ${fault}`);
      assert.ok(fault.includes(JSON.stringify(value)), fault);
    }
  });
}

test("all wrong settings are told at once, one a line", () => {
  const lines = faultsOf({ PORT: "x", LOG_LEVEL: "x", CURRENCY: "NGN" }).split("\n");
  assert.deepEqual(
    lines.map((line) => line.split(" ")[0]),
    ["PORT", "LOG_LEVEL"],
  );
});

test(".env adds to the environment and does not win over it", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "zapotp-env-"));
  const before = { ...process.env };
  t.after(() => {
    process.env = before;
    rmSync(folder, { recursive: true });
  });
  const path = join(folder, ".env");
  writeFileSync(path, `# settings\nMAX_OPEN_ORDERS=7\nPORT="9001"\n`);
  process.env["PORT"] = "9002";
  delete process.env["MAX_OPEN_ORDERS"];
  loadEnvFile(path);
  const config = readConfig(process.env);
  assert.equal(config.MAX_OPEN_ORDERS, 7);
  assert.equal(config.PORT, 9002);
  assert.doesNotThrow(() => loadEnvFile(join(folder, "none")));
});
