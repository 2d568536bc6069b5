import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { after, before, test, type TestContext } from "node:test";
import { hasPgBouncer } from "../../scripts/install-test-tools.ts";
import { openDb, type Db } from "../../src/kit/db.ts";
import { CommitUnknown, Unreachable } from "../../src/kit/db/errors.ts";
import { createLog } from "../../src/kit/log.ts";
import { migrate } from "../../src/kit/migrate.ts";
import { migrationsFolder } from "../../src/kit/paths.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { clientFor, rentBody, type Client } from "../helpers/client.ts";
import { sms } from "../helpers/orders.ts";
import type { Rented } from "#api-answers/orders.ts";
import { startPgBouncer, tracksStatements, type PgBouncer } from "../helpers/pgbouncer.ts";
import { createTestDatabase, withoutTables } from "../helpers/postgres.ts";
import { untilCheck } from "../helpers/readiness.ts";
import { addSource, stock } from "../helpers/stock.ts";
import { createTool } from "../helpers/tool.ts";
import { until } from "../helpers/until.ts";

// PgBouncer is Debian's, with only its mode set: no ignore_startup_parameters. scripts/install-test-tools.ts installs
// it.

const skip = hasPgBouncer()
  ? false
  : "there is no PgBouncer: install one (apt-get install pgbouncer), or name one in PGBOUNCER";
const tracks = !skip && tracksStatements();
const log = createLog("silent");

/** Bypasses every pooler. */
let direct: TestApp;
before(async () => (direct = await startTestApp({ LOG_LEVEL: "silent" })));
after(() => direct.close());

async function open(
  t: TestContext,
  settings: Record<string, string | number>,
  connectionString = direct.connectionString,
): Promise<PgBouncer> {
  const pgbouncer = await startPgBouncer(connectionString, settings);
  t.after(() => pgbouncer.stop());
  return pgbouncer;
}

function connect(t: TestContext, connectionString: string, options = {}): Db {
  const db = openDb({ connectionString, log, maxConnections: 4, ...options });
  t.after(() => db.end());
  return db;
}

/** Two apps through a pooler, like two server processes. */
async function withApps(
  pooler: Record<string, string | number>,
  settings: Record<string, string>,
  work: (apps: TestApp[], pgbouncer: PgBouncer) => Promise<void>,
): Promise<void> {
  const pgbouncer = await startPgBouncer(direct.connectionString, pooler);
  const behind = { ...direct, connectionString: pgbouncer.connectionString };
  const start = (): Promise<TestApp> => startTestApp({ LOG_LEVEL: "silent", ...settings }, behind);
  const apps = [await start(), await start()];
  try {
    await work(apps, pgbouncer);
  } finally {
    for (const app of apps) await app.close();
    await pgbouncer.stop();
  }
}

let stocked = 0;
/** Rents, reads, messages and waiting polls at once, on both processes; every answer is a success. */
async function trade(apps: TestApp[], rounds = 3): Promise<void> {
  const each = 8;
  await stock(direct, apps.length * rounds * each, { first: 15_550_100_000 + 1000 * stocked++ });
  const { liveKey } = await direct.account(100_000_000);
  const clients = apps.map((app) => clientFor(app, liveKey));
  const sources = await Promise.all(apps.map((app) => addSource(app)));
  for (let round = 0; round < rounds; round++) {
    const work = clients.flatMap((client, place) =>
      Array.from({ length: each }, async (_, n) => {
        const [answer, listed] = await Promise.all([
          client.post("/rent", rentBody()),
          client.get(n % 2 ? "/orders" : "/user"),
        ]);
        assert.deepEqual([answer.status, listed.status], [200, 200], answer.text + listed.text);
        const order = answer.body.data as Rented;
        const other = clients[1 - place] as Client;
        const code = String(100_000 + n);
        const [{ sms_code: shown }, sent] = await Promise.all([
          sms(other, order, 30),
          sources[place]?.send({
            id: order.order_id,
            to: order.number,
            from: "WhatsApp",
            text: `WhatsApp code ${code}`,
          }),
        ]);
        assert.deepEqual([shown, sent?.status], [code, 200]);
        assert.equal((await client.post("/finish", { order_id: order.order_id })).status, 200);
      }),
    );
    await Promise.all(work);
  }
  await assertBooks(direct.db);
}

test("session mode: nothing is to be set, and all works as without a pooler", { skip }, () =>
  withApps({ pool_mode: "session", default_pool_size: 40 }, {}, async (apps) => {
    await trade(apps);
    for (const { url } of apps) {
      await untilCheck(url, "hints", "ok");
      assert.equal((await untilCheck(url, "pooler", "session")).body.status, "ready");
    }
  }),
);

const untracked = { pool_mode: "transaction", ...(tracks && { max_prepared_statements: 0 }) };
for (const [name, settings, pooler] of [
  ["two connections", { ...untracked, default_pool_size: 2 }, "transaction_unprepared"],
  ["in turns", { ...untracked, server_round_robin: 1 }, "transaction_unprepared"],
  ["statements tracked", { pool_mode: "transaction", max_prepared_statements: 200 }, "transaction"],
] as const)
  test(
    `transaction mode, ${name}: rents, messages and codes on two processes, news by DATABASE_LISTEN_URL`,
    { skip: skip || (pooler === "transaction" && !tracks && "PgBouncer is older than 1.21") },
    () =>
      withApps(settings, { DATABASE_LISTEN_URL: direct.connectionString }, async (apps) => {
        for (const { url } of apps) {
          await untilCheck(url, "hints", "ok");
          const { status, body } = await untilCheck(url, "pooler", pooler);
          assert.deepEqual([status, body.status], [200, pooler === "transaction" ? "ready" : "degraded"]);
        }
        await trade(apps);
      }),
  );

test("transaction mode without DATABASE_LISTEN_URL: no news, but codes all the same", { skip }, () =>
  withApps({ ...untracked, default_pool_size: 1 }, {}, async (apps, pgbouncer) => {
    await trade(apps, 1);
    for (const { url } of apps) await untilCheck(url, "hints", "missing");
    await assertClean(pgbouncer, "nobody listens on a connection that others get");
  }),
);

test("news that goes another way than the database is not believed", async (t) => {
  const elsewhere = await createTestDatabase();
  t.after(() => elsewhere.drop());
  const app = await startTestApp(
    { LOG_LEVEL: "silent", DATABASE_LISTEN_URL: elsewhere.connectionString },
    direct,
  );
  t.after(() => app.close());
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const { checks } = (await (await fetch(`${app.url}/readyz`)).json()) as { checks: { hints: string } };
  assert.equal(checks.hints, "missing");
});

test("what a session is told holds in every mode, and stays with nobody else", { skip }, async (t) => {
  const database = await createTestDatabase(withoutTables);
  t.after(() => database.drop());
  const past = connect(t, database.connectionString);
  const name = new URL(database.connectionString).pathname.slice(1);
  await past.rows(`alter database ${name} set timezone = 'Africa/Lagos'`);
  await past.rows(`select pg_advisory_lock(1)`); // Others use the same server, which must not affect us.
  for (const settings of [
    { pool_mode: "session" },
    { ...untracked, default_pool_size: 1 },
    { pool_mode: "transaction", default_pool_size: 1 },
  ]) {
    const pgbouncer = await startPgBouncer(database.connectionString, settings);
    const db = openDb({ connectionString: pgbouncer.connectionString, log, statementMilliseconds: 1000 });
    const where = JSON.stringify(settings);
    const said = `select current_setting('timezone') as zone, current_setting('statement_timeout') as statement,
      current_setting('lock_timeout') as lock, current_setting('idle_in_transaction_session_timeout') as idle`;
    const wanted = [{ zone: "UTC", statement: "1s", lock: "10s", idle: "5s" }];
    assert.deepEqual(await db.rows(said), wanted, where);
    assert.deepEqual(await db.transaction((tx) => tx.rows(said)), wanted, where);
    await assert.rejects(db.rows(`select pg_sleep(20)`), { code: "57014" }, where);
    await assert.rejects(
      db.transaction((tx) => tx.rows(`select pg_sleep(20)`)),
      { code: "57014" },
      where,
    );
    assert.deepEqual(await db.rows(`select 1 as n`), [{ n: 1 }], where);
    if (settings.pool_mode === "transaction") await assertClean(pgbouncer, where);
    await db.end();
    await pgbouncer.stop();
  }
});

/**
 * Another client of the same pooler, which has a single connection, gets it with PostgreSQL's defaults. pg_locks
 * covers the whole server, so it includes the other test files' locks.
 */
async function assertClean({ connectionString }: PgBouncer, where: string): Promise<void> {
  const other = openDb({ connectionString, log, maxConnections: 1 });
  const [left] = await other.transaction((tx) =>
    tx.rows(
      `select (select reset_val from pg_settings where name = 'statement_timeout') as statement,
         (select count(*)::int from pg_prepared_statements where name like 'zapotp%') as prepared,
         (select count(*)::int from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()) as locks,
         array(select pg_listening_channels()) as channels`,
    ),
  );
  await other.end();
  assert.deepEqual(left, { statement: "0", prepared: 0, locks: 0, channels: [] }, where);
}

test(
  "two first starts at once by way of a pooler in transaction mode: each migration is run once",
  { skip },
  async (t) => {
    const database = await createTestDatabase(withoutTables);
    t.after(() => database.drop());
    const { connectionString } = await open(t, untracked, database.connectionString);
    const ran = await Promise.all([1, 2, 3].map(() => migrate(connectionString, migrationsFolder)));
    assert.equal(new Set(ran.flat()).size, ran.flat().length);
    assert.deepEqual(await migrate(connectionString, migrationsFolder), [], "nobody kept a lock");
  },
);

test("a commit that a pooler loses is in doubt, not undone", { skip }, async (t) => {
  const database = await createTestDatabase(withoutTables);
  t.after(() => database.drop());
  const past = connect(t, database.connectionString);
  await past.rows(`create table kept (n int)`);
  await past.rows(
    `create function dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(20); return null; end $$`,
  );
  await past.rows(
    `create constraint trigger dawdle after insert on kept deferrable initially deferred for each row execute function dawdle()`,
  );
  const { connectionString } = await open(t, untracked, database.connectionString);
  const db = connect(t, connectionString);
  const inserting = db.transaction((tx) => tx.rows(`insert into kept values (1)`));
  const rejected = assert.rejects(inserting, CommitUnknown);
  const kill = `select pg_terminate_backend(pid) from pg_stat_activity where query = 'commit' and state = 'active'`;
  await until(
    () => past.rows(kill),
    (killed) => killed.length > 0,
  );
  await rejected;
});

test("statement mode is refused in a sentence", { skip }, async (t) => {
  const { connectionString } = await open(t, { pool_mode: "statement" });
  const db = connect(t, connectionString);
  await assert.rejects(
    db.rows(`select 1`),
    (error) =>
      error instanceof Unreachable && /set its pool_mode to transaction or session/.test(error.message),
  );
});

test(
  "a pooler that is set to another mode while we run: what fails says so, and then all works",
  { skip },
  async (t) => {
    const pgbouncer = await open(t, { pool_mode: "session" });
    const db = connect(t, pgbouncer.connectionString);
    const other = connect(t, pgbouncer.connectionString);
    const ask = (n: number): Promise<unknown[]> =>
      Promise.all(
        [db, other].flatMap((one) => [one.rows(`select ${n % 3} as n`), one.rows(`select 9 as n`)]),
      );
    await ask(0);
    assert.equal(db.pooling(), "session");
    await pgbouncer.reload({ ...untracked });
    await until(
      async () => {
        await ask(Math.floor(Math.random() * 1000)).catch(() => {});
        return [db.pooling(), other.pooling()].join();
      },
      (poolings) => poolings === "transaction_unprepared,transaction_unprepared",
    );
    for (let n = 0; n < 20; n++) await ask(n);
  },
);

test("doctor says what stands between, and what to do", { skip }, async (t) => {
  const { connectionString } = await open(t, untracked);
  const settings = { ENCRYPTION_KEY: direct.encryptionKey, DATABASE_URL: connectionString };
  const findings = async (more: Record<string, string>): Promise<Record<string, string>> => {
    const { json } = await createTool({ ...settings, ...more })(["doctor", "--json"]);
    const { checks: all } = json as { checks: { check: string; level: string; message: string }[] };
    return Object.fromEntries(all.map(({ check, level, message }) => [check, `${level}: ${message}`]));
  };
  const [bare, listening, elsewhere, none] = await Promise.all([
    findings({}),
    findings({ DATABASE_LISTEN_URL: direct.connectionString }),
    findings({ DATABASE_LISTEN_URL: direct.connectionString.replace(/\/[^/]+$/, "/postgres") }),
    findings({ DATABASE_URL: direct.connectionString }),
  ]);
  assert.match(bare["pooler"] ?? "", /^warn: .*transaction mode.*max_prepared_statements/);
  assert.match(bare["news"] ?? "", /^warn: .*DATABASE_LISTEN_URL/);
  assert.match(listening["news"] ?? "", /^ok/);
  assert.match(elsewhere["news"] ?? "", /^fail: .*DATABASE_LISTEN_URL/);
  assert.match(none["pooler"] ?? "", /^ok: none/);
  assert.match(none["news"] ?? "", /^ok/);
});

test("a backup by way of a pooler in transaction mode", { skip }, async (t) => {
  const { connectionString } = await open(t, untracked);
  const tool = createTool({ ENCRYPTION_KEY: direct.encryptionKey, DATABASE_URL: connectionString });
  const file = `/tmp/zapotp-pooler-${process.pid}.tar.gz`;
  t.after(() => rmSync(file, { force: true }));
  const taken = await tool(["backup", file, "--json"]);
  assert.equal(taken.code, 0, taken.stderr);
  const checked = await tool(["restore", file, "--check", "--json"]);
  assert.equal(checked.code, 0, checked.stderr);
});
