import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createTestDatabase, type TestDatabase } from "../../test/helpers/postgres.ts";
import { ConfigError } from "../config/setting.ts";
import { hasFingerprint } from "../domain/installation/encryption-fingerprint.ts";
import { findEncryptionKey, keyFile, openEncryptionKey } from "./encryption-key.ts";
import { openDb, type Db } from "../kit/db.ts";
import { createLog } from "../kit/log.ts";

const folder = mkdtempSync(join(tmpdir(), "zapotp-key-"));
let database: TestDatabase;
const opened: Db[] = [];
before(async () => {
  database = await createTestDatabase();
});
after(async () => {
  for (const db of opened) await db.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** As another process would have it. */
function connect(): Db {
  const { connectionString } = database;
  const db = openDb({ connectionString, log: createLog("silent"), maxConnections: 1 });
  opened.push(db);
  return db;
}

let folders = 0;
const settings = (ENCRYPTION_KEY = "") => ({ ENCRYPTION_KEY, DATA_DIR: join(folder, String(++folders)) });
const forget = (db: Db): Promise<unknown> => db.rows(`delete from installation`);
const refused = (work: Promise<unknown>, why: RegExp): Promise<void> =>
  assert.rejects(work, (error) => error instanceof ConfigError && why.test(error.message));

test("a first start makes a key for its owner alone, and finds it again", async () => {
  const db = connect();
  await forget(db);
  const config = settings();
  const key = await openEncryptionKey(db, config);
  assert.equal(statSync(keyFile(config)).mode & 0o777, 0o600);
  assert.equal(readFileSync(keyFile(config), "utf8"), `${key.toString("hex")}\n`);
  assert.deepEqual(await openEncryptionKey(db, config), key);
  assert.deepEqual(findEncryptionKey({ ...config, ENCRYPTION_KEY: key.toString("hex").toUpperCase() }), key);
});

test("a process without its database's key is refused, and creates neither a key file nor a folder", async () => {
  const db = connect();
  await forget(db);
  await openEncryptionKey(db, settings("5a".repeat(32)));
  const other = settings();
  await refused(
    openEncryptionKey(db, other),
    /^The encryption key that this database was sealed with is not here: set ENCRYPTION_KEY, or copy/,
  );
  assert.ok(!existsSync(other.DATA_DIR));
});

test("a wrong key is reported with its location", async () => {
  const db = connect();
  await forget(db);
  await openEncryptionKey(db, settings("5a".repeat(32)));
  await refused(
    openEncryptionKey(db, settings("00".repeat(32))),
    /^ENCRYPTION_KEY is not the key this database/,
  );
  const file = settings();
  mkdirSync(file.DATA_DIR);
  writeFileSync(keyFile(file), "00".repeat(32));
  await refused(openEncryptionKey(db, file), /^The key in \S+encryption\.key is not the key this database/);
  writeFileSync(keyFile(file), "00".repeat(31));
  await refused(openEncryptionKey(db, file), /does not hold an encryption key any more/);
  rmSync(keyFile(file));
  mkdirSync(keyFile(file));
  await refused(
    openEncryptionKey(db, file),
    /encryption\.key, which holds the encryption key, cannot be read/,
  );
});

test("of two first starts in separate folders only one creates the key", async () => {
  for (let round = 0; round < 5; round++) {
    await forget(connect());
    const both = [settings(), settings()];
    const done = await Promise.allSettled(both.map((config) => openEncryptionKey(connect(), config)));
    const won = done.map(({ status }) => status === "fulfilled");
    assert.deepEqual(won.toSorted(), [false, true]);
    assert.deepEqual(both.map((config) => existsSync(config.DATA_DIR)), won); // prettier-ignore
  }
});

test("two first starts in one folder get the same key", async () => {
  for (let round = 0; round < 5; round++) {
    await forget(connect());
    const config = settings();
    const [first, second] = await Promise.all([1, 2].map(() => openEncryptionKey(connect(), config)));
    assert.deepEqual(first, second);
    assert.deepEqual(findEncryptionKey(config), first);
  }
});

test("a key that cannot be saved is not used: nothing is stored in the database, and the next start creates one", async () => {
  const db = connect();
  await forget(db);
  const blocked = { ...settings(), DATA_DIR: join(folder, "file", "data") };
  writeFileSync(join(folder, "file"), "");
  await refused(
    openEncryptionKey(db, blocked),
    /^DATA_DIR cannot be used: the encryption key cannot be written to/,
  );
  assert.equal(await hasFingerprint(db), false);
  await openEncryptionKey(db, settings());
  assert.equal(await hasFingerprint(db), true);
});
