import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import pg from "pg";
import { knownMigrations } from "../../src/edges/cli/schema.ts";
import { migrate } from "../../src/kit/migrate.ts";
import { migrationsFolder } from "../../src/kit/paths.ts";
import { needsDatabaseTimers } from "../helpers/database-timers.ts";
import { createTestDatabase, withoutTables } from "../helpers/postgres.ts";

// A server of the version before may still be serving while its database is migrated.

const limits = "0021-limits.sql";

/** A database without a migration and those after it, and connections to it. */
async function before(
  t: TestContext,
  name: string,
): Promise<{ url: string; open: () => Promise<pg.Client> }> {
  const { connectionString: url, drop } = await createTestDatabase(withoutTables);
  const clients: pg.Client[] = [];
  t.after(async () => {
    await Promise.all(clients.map((client) => client.end()));
    await drop();
  });
  const migrations = knownMigrations();
  await migrate(url, migrationsFolder, migrations.slice(0, migrations.indexOf(name)));
  const open = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url });
    clients.push(client);
    await client.connect();
    // Nobody waits for ever if this fails.
    await client.query(`set statement_timeout = '60s'; set idle_in_transaction_session_timeout = '120s'`);
    return client;
  };
  return { url, open };
}

/** Waits until somebody waits for a lock on a table; returns the tables that they have locked against everybody. */
async function waitsFor(client: pg.Client, table: string): Promise<string[]> {
  for (;;) {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_locks where relation = $1::regclass and not granted`,
      [table],
    );
    if (rows[0] === undefined) continue;
    const held = await client.query<{ table: string }>(
      `select relation::regclass::text as table from pg_locks
       where pid = $1 and granted and mode = 'AccessExclusiveLock' and relation is not null`,
      [rows[0].pid],
    );
    return held.rows.map((row) => row.table);
  }
}

test(
  "a migration that waits for a table in use gives way to others who want it, and is done when it is free",
  needsDatabaseTimers,
  async (t) => {
    const { url, open } = await before(t, limits);
    const [user, other, observer] = [await open(), await open(), await open()];
    await user.query(`begin; select from orders limit 1`);
    const migrating = migrate(url, migrationsFolder, [limits]);
    await waitsFor(observer, "orders");
    await other.query(`select from orders limit 1`); // Behind the migration.
    await user.query(`commit`);
    assert.deepEqual(await migrating, [limits]);
  },
);

test("the limits lock tables in the order of a server's transactions, so that the two cannot deadlock", async (t) => {
  const { url, open } = await before(t, limits);
  const [user, observer] = [await open(), await open()];
  await user.query(`begin; select from orders limit 1`);
  const migrating = migrate(url, migrationsFolder, [limits]);
  assert.deepEqual(await waitsFor(observer, "orders"), []);
  await user.query(`select from wallets limit 1; commit`);
  assert.deepEqual(await migrating, [limits]);
});
