import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { readConfig } from "../../src/config.ts";
import { checkFolder } from "../../src/edges/cli/doctor/folder.ts";
import type { Finding } from "../../src/edges/cli/doctor/finding.ts";
import { migrate } from "../../src/kit/migrate.ts";
import { startPostgres } from "../../src/kit/postgres-server/start.ts";
import { migrationsFolder } from "../../src/kit/paths.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { createTestDatabase } from "../helpers/postgres.ts";
import { createTool, toolFor, type RunTool, type Told } from "../helpers/tool.ts";

interface Examined {
  ok: boolean;
  checks: { check: string; level: string; message: string }[];
}

let app: TestApp;
let run: RunTool;

before(async () => {
  app = await startTestApp();
  run = toolFor(app);
  await app.account(500_000);
});
after(() => app.close());

const levels = (told: Told): Record<string, string> =>
  Object.fromEntries((told.json as Examined).checks.map(({ check, level }) => [check, level]));

test("books that are right are proved, and a fault is found", async () => {
  const right = await run(["books", "verify"]);
  assert.equal(right.code, 0);
  assert.match(right.stdout, /NGN +live +1 +1 +5000\.00 +0\.00 +0\.00 +5000\.00/);
  assert.match(right.stdout, /The books are right\.\n$/);
  // Money from nowhere that still sums to zero: only the postings show it.
  await app.db.rows(
    `update wallets set spendable_minor = spendable_minor + 1, funding_minor = funding_minor - 1 where mode = 'live'`,
  );
  const off = await run(["books", "verify", "--json"]);
  assert.equal(off.code, 1);
  const { ok, faults } = off.json as { ok: boolean; faults: string[] };
  assert.equal(ok, false);
  assert.match(faults.join(), /^wallet \d+: balances are not the sums of its postings$/);
  assert.match((await run(["doctor"])).stdout, /fail +books +1 faults/);
  await app.db.rows(
    `update wallets set spendable_minor = spendable_minor - 1, funding_minor = funding_minor + 1 where mode = 'live'`,
  );
});

test("doctor finds what is missing and what is dangerous", async () => {
  const told = await run(["doctor", "--json"]);
  const found = levels(told);
  for (const check of ["settings", "database", "PostgreSQL", "clock", "migrations", "pools", "books"]) {
    assert.equal(found[check], "ok", check);
  }
  assert.equal(found["durability"], "fail", "the tests' own server does not wait for the disk");
  assert.deepEqual([told.code, (told.json as Examined).ok], [1, false]);
  assert.equal(found["numbers"], "warn");
  assert.equal(found["sources"], "warn");
});

test("doctor names wrong settings, a database that is not there, and a key that does not fit", async () => {
  const wrong = await createTool({ PORT: "x", LOG_LEVEL: "loud" })(["doctor"]);
  assert.equal(wrong.code, 1);
  assert.match(wrong.stdout, /^fail +settings +PORT must be .*\nfail +settings +LOG_LEVEL must be .*\n$/);
  const away = await createTool({ DATABASE_URL: "postgres://127.0.0.1:1/none" })(["doctor", "--json"]);
  assert.equal(levels(away)["database"], "fail");
  await run(["source", "create", "generic", "--name", "writes the key's fingerprint"]);
  const otherKey = { DATABASE_URL: app.connectionString, ENCRYPTION_KEY: "00".repeat(32) };
  assert.equal(levels(await createTool(otherKey)(["doctor", "--json"]))["encryption key"], "fail");
  assert.equal(levels(await run(["doctor", "--json"]))["encryption key"], "ok");
});

test("doctor says whether DATA_DIR can be written, or made", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "zapotp-doctor-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "file");
  writeFileSync(file, "");
  const found = (DATA_DIR: string): Promise<Finding> => checkFolder(readConfig({ DATA_DIR }));
  assert.equal((await found(folder)).level, "ok");
  assert.equal((await found(join(folder, "not", "yet"))).level, "ok");
  for (const path of [file, join(file, "data")]) {
    const { level, message } = await found(path);
    assert.equal(level, "fail", path);
    assert.match(message, /^DATA_DIR is .*a part of the path is a file, not a folder/);
  }
});

test("a database of another version is left alone", async () => {
  const database = await createTestDatabase();
  const tool = createTool({ DATABASE_URL: database.connectionString });
  const onIt = async (sql: string): Promise<void> => {
    const { openDb } = await import("../../src/kit/db.ts");
    const { createLog } = await import("../../src/kit/log.ts");
    const db = openDb({
      connectionString: database.connectionString,
      log: createLog("silent"),
      maxConnections: 1,
    });
    await db.rows(sql).finally(() => db.end());
  };
  await onIt(`insert into migrations (name) values ('9999-later.sql')`);
  assert.equal((await tool(["account", "list", "--json"])).error.code, "database_too_new");
  await onIt(`delete from migrations`);
  assert.equal((await tool(["account", "list", "--json"])).error.code, "database_outdated");
  assert.equal(levels(await tool(["doctor", "--json"]))["migrations"], "fail");
  await database.drop();
});

test("without a server the tool starts the embedded database for the time of a command, and makes none", async () => {
  const folder = mkdtempSync(join(tmpdir(), "zapotp-cli-data-"));
  chmodSync(folder, 0o755); // PostgreSQL's own user needs access.
  const tool = createTool({ DATA_DIR: folder });
  const none = await tool(["account", "list", "--json"]);
  assert.deepEqual([none.code, none.error.code], [1, "no_database"]);

  const dataDir = join(folder, "postgres");
  const server = await startPostgres({ dataDir, log: () => {} });
  await migrate(server.connectionString, migrationsFolder);
  const beside = await tool(["account", "create", "--username", "shop", "--json"]);
  assert.equal(beside.code, 0, beside.stderr);
  await server.stop();

  // Several at once: one starts it, the others find it, and it stays until the last is done.
  const alone = await Promise.all([1, 2, 3].map(() => tool(["account", "list"])));
  for (const told of alone)
    assert.deepEqual([told.code, /shop/.test(told.stdout), told.stderr], [0, true, ""]);
  const again = await startPostgres({ dataDir, log: () => {} });
  await again.stop();
  rmSync(folder, { recursive: true });
});
