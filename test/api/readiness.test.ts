import assert from "node:assert/strict";
import { Agent, get } from "node:http";
import { text as readText } from "node:stream/consumers";
import { test, type TestContext } from "node:test";
import { createApp } from "../../src/app/app.ts";
import { readConfig } from "../../src/config.ts";
import { judgeDisk, judgeJobs, hangs } from "../../src/domain/monitoring/health.ts";
import { createLog } from "../../src/kit/log.ts";
import { createSealer } from "../../src/kit/seal.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { openLine } from "../helpers/line.ts";
import { untilCheck } from "../helpers/readiness.ts";
import { until } from "../helpers/until.ts";
import { whileLocked } from "../helpers/while-locked.ts";

async function start(t: TestContext, settings: Record<string, string> = {}): Promise<TestApp> {
  const app = await startTestApp(settings);
  t.after(() => app.close());
  return app;
}

test("a server that has all it needs is alive and ready", async (t) => {
  const app = await start(t);
  const alive = await fetch(`${app.url}/healthz`);
  assert.deepEqual([alive.status, await alive.json()], [200, { status: "ok" }]);
  assert.deepEqual(await untilCheck(app.url, "hints", "ok"), {
    status: 200,
    body: {
      status: "ready",
      stopping: false,
      checks: {
        database: "ok",
        pooler: "none",
        migrations: "ok",
        encryption: "ok",
        clock: "ok",
        hints: "ok",
        jobs: "ok",
        disk: "ok",
      },
    },
  });
});

test("a database that is cut off, or does not answer: not ready; and ready again by itself", async (t) => {
  const behind = await start(t);
  const line = await openLine(behind.connectionString);
  const app = await startTestApp(
    { LOG_LEVEL: "silent" },
    { ...behind, connectionString: line.connectionString },
  );
  t.after(() => app.close());
  await untilCheck(app.url, "hints", "ok");
  await line.cut();
  const { status, body } = await untilCheck(app.url, "database", "unreachable");
  assert.deepEqual([status, body.status, body.checks["hints"]], [503, "not ready", "missing"]);
  assert.equal(body.checks["migrations"], undefined, "what cannot be known is not claimed");
  assert.equal((await fetch(`${app.url}/healthz`)).status, 200, "a new process would not help");
  await line.mend();
  t.after(() => line.cut());
  assert.equal((await untilCheck(app.url, "database", "ok")).status, 200);
});

test("a database that takes no writes: not ready, and the jobs are told to fail", async (t) => {
  const app = await start(t, { LOG_LEVEL: "silent" });
  const name = new URL(app.connectionString).pathname.slice(1);
  const others = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`;
  await app.db.rows(`alter database ${name} set default_transaction_read_only = on`);
  await app.db.rows(others);
  const { status, body } = await untilCheck(app.url, "database", "read_only");
  assert.deepEqual([status, body.status], [503, "not ready"]);
  await untilCheck(app.url, "jobs", "failing");
});

test("tables older than the program: not ready; newer ones: it serves, while servers are renewed one by one", async (t) => {
  const app = await start(t);
  await app.db.rows(`insert into migrations (name) values ('9999-later.sql')`);
  const ahead = await untilCheck(app.url, "migrations", "ahead");
  assert.deepEqual([ahead.status, ahead.body.status], [200, "degraded"]);
  await app.db.rows(`delete from migrations where name like '0001%'`);
  assert.equal((await untilCheck(app.url, "migrations", "behind")).status, 503);
});

test("another key than the database was sealed with: not ready", async (t) => {
  const app = await start(t);
  const other = await createApp({
    config: readConfig({ LOG_LEVEL: "silent", PORT: "0" }),
    connectionString: app.connectionString,
    log: createLog("silent"),
    clock: app.clock,
    sealer: createSealer(Buffer.alloc(32, 1)),
    pagesFolder: null,
    anchorFile: null,
  });
  t.after(() => other.close());
  const url = await other.listen("127.0.0.1", 0);
  assert.equal((await untilCheck(url, "encryption", "wrong_key")).status, 503);
});

test("a clock that is wrong, and a disk without room: it serves, and says so", async (t) => {
  const app = await start(t, { DATA_DIR: "/proc" }); // A file system that is always full.
  app.clock.advance(60);
  const { status, body } = await untilCheck(app.url, "clock", "apart");
  assert.deepEqual([status, body.status, body.checks["disk"]], [200, "degraded", "full"]);
  const gigabyte = 1024 ** 3;
  assert.deepEqual(
    [null, 5 * gigabyte, gigabyte, 1000].map((free) => judgeDisk(free).state),
    ["ok", "ok", "low", "full"],
  );
});

test("jobs that fail, are late, or hang", async (t) => {
  const app = await start(t, { LOG_LEVEL: "silent" });
  await app.db.rows(`alter table sandbox_messages rename to gone`);
  assert.equal((await untilCheck(app.url, "jobs", "failing")).status, 200);
  await app.db.rows(`alter table gone rename to sandbox_messages`);
  await untilCheck(app.url, "jobs", "ok");
  await whileLocked(app, "orders", async () => {
    const waiting = `select 1 from pg_locks where not granted and relation = 'orders'::regclass`;
    await until(
      () => app.db.rows(waiting),
      (turns) => turns.length > 0,
    );
    app.clock.advance(120);
    assert.equal((await untilCheck(app.url, "jobs", "late")).status, 200);
    assert.equal((await fetch(`${app.url}/healthz`)).status, 200);
    app.clock.advance(3600);
    const stuck = await fetch(`${app.url}/healthz`);
    assert.deepEqual([stuck.status, await stuck.json()], [503, { status: "hangs" }]);
  });
  const turn = { everySeconds: 1, startedAt: null, lastRunAt: null, ok: null };
  assert.equal(judgeJobs([turn], new Date()).state, "ok", "none has run yet");
  assert.equal(hangs([turn], new Date()), false);
});

test("a server that stops is not ready any more, for whoever still has a connection", async (t) => {
  const app = await start(t);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  t.after(() => agent.destroy());
  const ask = (): Promise<[number | undefined, string]> =>
    new Promise((resolve, reject) => {
      get(`${app.url}/readyz`, { agent }, async (response) =>
        resolve([response.statusCode, await readText(response)]),
      ).on("error", reject);
    });
  assert.equal((await ask())[0], 200);
  const closed = app.close();
  const [status, text] = await ask();
  assert.deepEqual([status, /"stopping":true/.test(text)], [503, true]);
  await closed;
});
