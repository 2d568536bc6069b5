import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test, type TestContext } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { migrate } from "../../src/kit/migrate.ts";
import { migrationsFolder, projectRoot } from "../../src/kit/paths.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, rentBody } from "../helpers/client.ts";
import { rent, send, sms } from "../helpers/orders.ts";
import { createTestDatabase, withoutTables } from "../helpers/postgres.ts";
import { addSource, stock } from "../helpers/stock.ts";
import { createTool, toolFor, type RunTool } from "../helpers/tool.ts";
import { until } from "../helpers/until.ts";
import { inherited } from "../helpers/zone.ts";

let app: TestApp;
let run: RunTool;
let folder: string;
let file: string;
let testKey: string;
let code: { order_id: string };

interface BackedUp {
  rows: number;
  tables: { name: string; rows: number }[];
}

before(async () => {
  app = await startTestApp({ MAX_OPEN_ORDERS: "100000" });
  run = toolFor(app);
  folder = mkdtempSync(join(tmpdir(), "zapotp-backup-"));
  chmodSync(folder, 0o755); // PostgreSQL's own user needs access.
  file = join(folder, "backup.tar.gz");
  await run(["source", "create", "generic", "--name", "notes which key the database is sealed with"]);
  ({ testKey } = await app.account(1_000_000_000));
  const client = clientFor(app, testKey);
  code = await rent(client);
  await send(client, code as never, "Your WhatsApp code is 271-828");
});
after(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const emptyFolder = (): string => {
  const made = mkdtempSync(join(folder, "data-"));
  chmodSync(made, 0o755);
  return made;
};

/** Rents from our own stock, with a message for each, until it is stopped. */
async function keepBusy(): Promise<() => Promise<number>> {
  await stock(app, 5000);
  const source = await addSource(app);
  const { liveKey } = await app.account(1_000_000_000);
  const client = clientFor(app, liveKey);
  let [count, stopped] = [0, false];
  const one = async (): Promise<void> => {
    while (!stopped) {
      const { number } = await rent(client, rentBody());
      await source.send({ id: String(++count), to: number, from: "WhatsApp", text: "WhatsApp code 123-456" });
    }
  };
  const all = Promise.all([one(), one(), one(), one()]);
  return async () => {
    stopped = true;
    await all;
    return count;
  };
}

/** The shipped server on a data folder, until the test ends. */
async function startServer(t: TestContext, dataDir: string): Promise<string> {
  const env = {
    ...inherited(),
    PATH: process.env["PATH"],
    DATA_DIR: dataDir,
    PORT: "0",
    LOG_LEVEL: "error",
    ENCRYPTION_KEY: app.encryptionKey,
  };
  const child = spawn(process.execPath, [join(projectRoot, "src/main.ts")], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
    env,
  });
  t.after(async () => {
    child.kill("SIGTERM");
    if (child.exitCode === null) await once(child, "exit");
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /ready at (\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error("the server did not start");
}

test("a backup taken while rents go on, restored into an empty folder: the books are right and old codes are there", async (t) => {
  const stop = await keepBusy();
  await until(
    () => app.db.rows(`select 1 from orders limit 2`),
    (orders) => orders.length === 2,
  );
  const told = await run(["backup", file, "--json"]);
  assert.equal(told.code, 0, told.stderr);
  const rented = await stop();
  const backup = told.json as BackedUp;
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const orders = backup.tables.find(({ name }) => name === "orders")?.rows ?? 0;
  assert.ok(orders > 1 && orders <= rented + 1, `${orders} of ${rented} orders`);

  const dataDir = emptyFolder();
  const tool = createTool({ DATA_DIR: dataDir, ENCRYPTION_KEY: app.encryptionKey });
  const restored = await tool(["restore", file, "--json"]);
  assert.equal(restored.code, 0, restored.stderr);
  const {
    books,
    key_fits: keyFits,
    rows,
  } = restored.json as { books: { faults: string[] }; key_fits: boolean; rows?: number };
  assert.deepEqual([books.faults, keyFits, rows], [[], true, undefined]);
  assert.match((await tool(["books", "verify"])).stdout, /The books are right\.\n$/);

  const url = await startServer(t, dataDir);
  const there = clientFor({ ...app, url }, testKey);
  assert.equal((await sms(there, code)).sms_code, "271-828");
  await rent(there); // Sequences continue after what was restored.
  assert.equal((await rent(there)).status, "PENDING");
  const again = await tool(["restore", file, "--json"]);
  assert.deepEqual([again.code, again.error.code], [1, "server_runs"]);
});

test("what a person is told: how much, how long, and to keep the key apart", async () => {
  const path = join(folder, "told.tar.gz");
  const told = await run(["backup", path]);
  assert.match(told.stdout, /told\.tar\.gz: [\d,]+ rows of \d+ tables, [\d.]+ MB, [\d.]+ s\n$/);
  assert.match(told.stderr, /The encryption key is not in it.*ENCRYPTION_KEY/);
  const check = await run(["restore", path, "--check"]);
  assert.match(
    check.stdout,
    /is whole: [\d,]+ rows of \d+ tables, taken \d{4}-.* by version \d+\.\d+\.\d+\.\n$/,
  );
  assert.deepEqual((await run(["backup", path, "--json"])).error.code, "file_exists");
  const nowhere = await run(["backup", join(folder, "none", "told.tar.gz")]);
  assert.deepEqual(
    [nowhere.code, nowhere.stderr],
    [
      1,
      `${join(folder, "none", "told.tar.gz")} cannot be written: there is no such folder. Nothing was kept.\n`,
    ],
  );
  const tar = gunzipSync(readFileSync(path)).toString("latin1");
  for (const secret of ["271-828", app.encryptionKey, testKey])
    assert.ok(!tar.includes(secret), "sealed stays sealed, hashed stays hashed");
  const secretless = createTool({ DATA_DIR: emptyFolder() });
  const restored = await secretless(["restore", path]);
  assert.match(
    restored.stderr,
    /The encryption key of the old server is missing: put it into \S+encryption\.key/,
  );
});

test("a file that is cut, altered, or something else is refused, and nothing is made of it", async () => {
  const whole = readFileSync(file);
  const altered = Buffer.from(gunzipSync(whole));
  const place = altered.indexOf("RECEIVED");
  assert.ok(place > 0);
  altered.write("PENDING_", place);
  const broken: Record<string, () => void> = {
    "cut.tar.gz": () => writeFileSync(join(folder, "cut.tar.gz"), whole.subarray(0, whole.length * 0.6)),
    "end.tar.gz": () => {
      writeFileSync(join(folder, "end.tar.gz"), whole);
      truncateSync(join(folder, "end.tar.gz"), whole.length - 9);
    },
    "bit.tar.gz": () => {
      const bits = Buffer.from(whole);
      bits[bits.length >> 1] = (bits[bits.length >> 1] ?? 0) ^ 1;
      writeFileSync(join(folder, "bit.tar.gz"), bits);
    },
    "row.tar.gz": () => writeFileSync(join(folder, "row.tar.gz"), gzipSync(altered)),
    "text.tar.gz": () => writeFileSync(join(folder, "text.tar.gz"), "no backup at all"),
    "zip.tar.gz": () => writeFileSync(join(folder, "zip.tar.gz"), gzipSync("no backup at all")),
  };
  const dataDir = emptyFolder();
  const tool = createTool({ DATA_DIR: dataDir });
  for (const [name, make] of Object.entries(broken)) {
    make();
    const told = await tool(["restore", join(folder, name), "--json"]);
    assert.deepEqual([told.code, told.error.code], [1, "backup_damaged"], `${name}: ${told.stderr}`);
    assert.match(
      told.error.message,
      new RegExp(`${name} is no whole backup of ZapOTP .*Nothing was changed`),
    );
  }
  assert.equal((await tool(["restore", join(folder, "none"), "--json"])).error.code, "backup_unreadable");
  assert.deepEqual(readdirSync(dataDir), []);
  assert.equal(existsSync(`${file}.part`), false);
});

test("a database that holds anything is left alone", async () => {
  const told = await run(["restore", file, "--json"]);
  assert.deepEqual([told.code, told.error.code], [1, "database_not_empty"]);
  const database = await createTestDatabase(withoutTables);
  await migrate(database.connectionString, migrationsFolder); // Has the tables, but no rows.
  const tool = createTool({ DATABASE_URL: database.connectionString, ENCRYPTION_KEY: app.encryptionKey });
  assert.equal((await tool(["restore", file])).code, 0, "a restore that was broken off can be repeated");
  assert.equal((await tool(["restore", file, "--json"])).error.code, "database_not_empty");
  await database.drop();
});

test("without a name it goes to DATA_DIR, for its owner alone; a name is meant from where npm was called", async () => {
  const [dataDir, calledIn] = [emptyFolder(), emptyFolder()];
  const settings = {
    DATABASE_URL: app.connectionString,
    DATA_DIR: dataDir,
    npm_lifecycle_event: "zapotp",
    INIT_CWD: calledIn,
  };
  const tool = createTool(settings);
  const { file: path } = (await tool(["backup", "--json"])).json as { file: string };
  assert.match(path.slice(dataDir.length), /^\/backups\/zapotp-\d{8}T\d{6}Z\.tar\.gz$/);
  assert.deepEqual(
    [statSync(path).mode & 0o777, statSync(join(dataDir, "backups")).mode & 0o777],
    [0o600, 0o700],
  );
  assert.equal((await tool(["backup", "mine.tar.gz"])).code, 0);
  assert.deepEqual(readdirSync(calledIn), ["mine.tar.gz"]);
  assert.equal((await tool(["restore", "mine.tar.gz", "--check"])).code, 0);
  const ignored = readFileSync(join(projectRoot, ".gitignore"), "utf8").split("\n");
  assert.ok(ignored.includes("zapotp-*.tar.gz"), "wherever it lands in the project, git does not take it up");
});
