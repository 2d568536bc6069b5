import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { findRunningPostgres } from "./find.ts";
import { DataDirectoryInUse } from "./lock.ts";
import { startPostgres } from "./start.ts";
import { fast, query, startOwner, temporaryFolder } from "./testing.ts";

test("the first start makes a database, the next ones keep it", async (t) => {
  const dataDir = join(temporaryFolder(t), 'a folder\'s "name" with ö', "postgres");
  const said: string[] = [];
  const options = { dataDir, settings: fast, log: (line: string) => void said.push(line) };
  assert.equal(findRunningPostgres(dataDir), null);
  const began = performance.now();
  const first = await startPostgres(options);
  const firstMilliseconds = performance.now() - began;
  assert.deepEqual(said, ["Creating the database (this once)…"]);
  await query(first.connectionString, "create table kept as select 7 as value");
  assert.equal(findRunningPostgres(dataDir), first.connectionString);
  await first.stop();
  await first.stop();
  assert.equal(findRunningPostgres(dataDir), null);
  assert.deepEqual(
    [existsSync(join(dataDir, "cluster", "postmaster.pid")), existsSync(join(dataDir, "cluster.lock"))],
    [false, false],
  );

  const again = performance.now();
  const second = await startPostgres(options);
  assert.ok(performance.now() - again < firstMilliseconds, "it makes nothing anew, and waits for nothing");
  t.after(() => second.stop());
  assert.equal(second.connectionString, first.connectionString);
  assert.deepEqual(await query(second.connectionString, "select value from kept"), [7]);
  assert.equal(said.length, 1);
});

test("the server is durable, local, and keeps secrets out of its log", async (t) => {
  const dataDir = temporaryFolder(t);
  const { connectionString, stop } = await startPostgres({ dataDir, log: () => {} });
  t.after(() => stop());
  const names = [
    "fsync",
    "synchronous_commit",
    "data_checksums",
    "server_encoding",
    "password_encryption",
    "listen_addresses",
  ];
  const values = names.map((name) => `current_setting('${name}')`).join(", ");
  assert.deepEqual(await query(connectionString, `select ${values}`), [
    "on",
    "on",
    "on",
    "UTF8",
    "scram-sha-256",
    "127.0.0.1",
  ]);
  const wrong = new URL(connectionString);
  wrong.password = "wrong";
  await assert.rejects(query(wrong.href, "select 1"), { code: "28P01" });
  await query(connectionString, "create table codes as select '483920' as code");
  await query(connectionString, "create unique index on codes (code)");
  await assert.rejects(query(connectionString, "insert into codes values ('483920')"), { code: "23505" });
  await assert.rejects(query(connectionString, "select 483920 / 0"), { code: "22012" });
  const log = readFileSync(join(dataDir, "postgres.log"), "utf8");
  assert.match(log, /duplicate key value/);
  assert.doesNotMatch(log, /483920/);
  for (const file of ["server.json", "postgres.log"])
    assert.equal(statSync(join(dataDir, file)).mode & 0o777, 0o600);
});

test("a second server on the same folder is refused by name, and the first one runs on", async (t) => {
  const dataDir = temporaryFolder(t);
  const owner = startOwner(t, dataDir);
  const url = await owner.url;
  assert.ok(url);
  await assert.rejects(startPostgres({ dataDir, log: () => {} }), (error: unknown) => {
    assert.ok(error instanceof DataDirectoryInUse);
    assert.equal(error.pid, owner.pid);
    assert.match(error.message, new RegExp(`process ${owner.pid}\\).*DATA_DIR`));
    return true;
  });
  assert.equal(findRunningPostgres(dataDir), url);
  assert.deepEqual(await query(url, "select 1"), [1]);

  // A server that is just stopping is waited for.
  owner.child.kill("SIGTERM");
  const next = await startPostgres({ dataDir, log: () => {} });
  assert.equal(next.connectionString, url);
  await assert.rejects(startPostgres({ dataDir, log: () => {} }), {
    name: "DataDirectoryInUse",
    pid: process.pid,
  });
  await next.stop();
});

test("another port is taken when somebody took the last one", async (t) => {
  const dataDir = temporaryFolder(t);
  const options = { dataDir, settings: fast, log: () => {} };
  const first = await startPostgres(options);
  await first.stop();
  const port = Number(new URL(first.connectionString).port);
  const squatter = createServer().listen(port, "127.0.0.1");
  t.after(() => squatter.close());
  const second = await startPostgres(options);
  t.after(() => second.stop());
  assert.notEqual(Number(new URL(second.connectionString).port), port);
  assert.deepEqual(await query(second.connectionString, "select 1"), [1]);
});

test("a server that cannot start says why", async (t) => {
  const dataDir = temporaryFolder(t);
  const start = startPostgres({ dataDir, settings: { ...fast, shared_buffers: "many" }, log: () => {} });
  await assert.rejects(start, { message: /postgres\.log says why[^]*shared_buffers/ });
  const server = await startPostgres({ dataDir, settings: fast, log: () => {} }); // The lock is free again.
  await server.stop();
});
