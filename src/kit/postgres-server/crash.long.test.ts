import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { findRunningPostgres } from "./find.ts";
import { findPostmaster } from "./pid-file.ts";
import { ended, isAlive } from "./processes.ts";
import { startPostgres } from "./start.ts";
import { childrenOf, fast, query, startOwner, temporaryFolder, until, type Owner } from "./testing.ts";

/** A server in a separate process, with a committed row. */
async function runningOwner(
  t: TestContext,
  dataDir: string,
): Promise<Owner & { running: string; postmaster: number }> {
  const owner = startOwner(t, dataDir);
  const running = await owner.url;
  assert.ok(running);
  await query(running, "create table if not exists kept (value int)");
  await query(running, "insert into kept values (7)");
  const postmaster = findPostmaster(join(dataDir, "cluster"));
  assert.ok(postmaster);
  return { ...owner, running, postmaster };
}

/** The next start takes as long as it needs, and finds what was committed. */
async function startsWithRows(dataDir: string, rows: number[]): Promise<string[]> {
  const said: string[] = [];
  const server = await startPostgres({ dataDir, log: (line) => void said.push(line) });
  assert.deepEqual(await query(server.connectionString, "select value from kept"), rows);
  await server.stop();
  return said;
}

test("kill -9 of the owner: the server stops by itself, and nothing committed is lost", async (t) => {
  const dataDir = temporaryFolder(t);
  const { child, postmaster } = await runningOwner(t, dataDir);
  child.kill("SIGKILL");
  assert.ok(await ended(postmaster, 3000));
  assert.equal(findRunningPostgres(dataDir), null);
  assert.deepEqual(await startsWithRows(dataDir, [7]), []);

  // The same if the next start comes at once.
  const again = await runningOwner(t, dataDir);
  again.child.kill("SIGKILL");
  await startsWithRows(dataDir, [7, 7]);
});

test("kill -9 of the server: it is started again on its port", async (t) => {
  const dataDir = temporaryFolder(t);
  const { running, postmaster, log, child } = await runningOwner(t, dataDir);
  process.kill(postmaster, "SIGKILL");
  const isBack = (): Promise<boolean> =>
    query(running, "select value from kept").then(
      (rows) => rows[0] === 7,
      () => false,
    );
  assert.ok(await until(isBack));
  assert.deepEqual(log.slice(1), ["The database server ended unexpectedly; starting it again."]);
  const next = findPostmaster(join(dataDir, "cluster"));
  assert.ok(next && next !== postmaster);
  child.kill("SIGKILL"); // The new one is watched as well.
  assert.ok(await ended(next, 3000));
});

test("kill -9 of the watcher alone: another one takes its place", async (t) => {
  const dataDir = temporaryFolder(t);
  const { pid, child, postmaster } = await runningOwner(t, dataDir);
  const watcher = (): number | undefined =>
    childrenOf(pid).find(({ command }) => command.includes("read pid"))?.pid;
  const first = watcher();
  assert.ok(first);
  process.kill(first, "SIGKILL");
  assert.ok(await until(() => watcher() !== undefined && watcher() !== first));
  child.kill("SIGKILL");
  assert.ok(await ended(postmaster, 3000));
});

test("kill -9 of owner and watcher at once: the next start stops what was left", async (t) => {
  const dataDir = temporaryFolder(t);
  const { pid, postmaster } = await runningOwner(t, dataDir);
  const watchers = childrenOf(pid).filter(({ command }) => command.includes("read pid"));
  // The owner last: a watcher that outlives it even briefly would have stopped the server.
  for (const each of [...watchers.map((watcher) => watcher.pid), pid]) process.kill(each, "SIGKILL");
  assert.equal(await ended(postmaster, 500), false);
  assert.deepEqual(await startsWithRows(dataDir, [7]), ["A database server was left behind; stopping it."]);
  assert.equal(isAlive(postmaster), false);
});

test("kill -9 of owner and server while a backend computes: the next start ends that backend first", async (t) => {
  const dataDir = temporaryFolder(t);
  const { pid, postmaster, running } = await runningOwner(t, dataDir);
  const busy =
    "set max_parallel_workers_per_gather = 0; select count(*) from generate_series(1, 2000000000) a cross join generate_series(1, 1000) b";
  const asked = query(running, busy).catch(() => {});
  await until(
    async () =>
      (await query(running, "select count(*)::int from pg_stat_activity where state = 'active'"))[0] === 2,
  );
  for (const each of [pid, postmaster]) process.kill(each, "SIGKILL");
  const said = await startsWithRows(dataDir, [7]);
  if (process.platform === "linux")
    assert.deepEqual(said, ["A process of a killed database server was left behind; stopping it."]);
  await asked;
});

test("a pid file blocks no start, whether its process is gone or another program by now", async (t) => {
  const dataDir = temporaryFolder(t);
  const first = await startPostgres({ dataDir, settings: fast, log: () => {} });
  await query(first.connectionString, "create table kept as select 7 as value");
  await first.stop();
  const other = childrenOf(process.ppid)[0]?.pid ?? process.pid;
  for (const pid of [4_194_300, other, process.pid]) {
    const lines = [
      pid,
      join(dataDir, "cluster"),
      1_700_000_000,
      5432,
      "",
      "127.0.0.1",
      "    12345         1",
      "ready   ",
      "",
    ];
    writeFileSync(join(dataDir, "cluster", "postmaster.pid"), lines.join("\n"));
    assert.equal(findRunningPostgres(dataDir), null);
    assert.deepEqual(await startsWithRows(dataDir, [7]), []);
    assert.ok(isAlive(other));
  }
});

test("a first start that was cut off is done again", async (t) => {
  for (const milliseconds of [50, 400, 900]) {
    const dataDir = temporaryFolder(t);
    const { child, log } = startOwner(t, dataDir);
    assert.ok(await until(() => log.includes("Creating the database (this once)…")));
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    child.kill("SIGKILL");
    const server = await startPostgres({ dataDir, log: () => {} });
    assert.deepEqual(await query(server.connectionString, "select 1"), [1]);
    await server.stop();
    assert.deepEqual(readdirSync(dataDir).toSorted(), ["cluster", "postgres.log", "server.json"]);
  }
});
