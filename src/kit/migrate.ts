import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

/** The database was made by a newer version than this one. */
export class SchemaTooNew extends Error {}

const lockKey = 815_243_907; // Any constant: it only has to be ours.

/**
 * Brings the schema up to date, each migration in a transaction of its own, under a lock: of two processes that start
 * at once the second waits and finds nothing left to do. Answers the names of those it ran. With `only`,
 * no others than these are run: the schema of an earlier version.
 */
export async function migrate(connectionString: string, folder: string, only?: string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString, application_name: "zapotp migrations" });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(${lockKey})`);
    await client.query(
      `create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())`,
    );
    const { rows } = await client.query<{ name: string }>(`select name from migrations`);
    const applied = new Set(rows.map((row) => row.name));
    const files = readdirSync(folder)
      .filter((name) => name.endsWith(".sql"))
      .toSorted();
    refuseNewer(applied, files);
    const missing = files.filter((name) => !applied.has(name) && (only?.includes(name) ?? true));
    for (const name of missing) await run(client, name, readFileSync(join(folder, name), "utf8"));
    return missing;
  } finally {
    await client.end(); // Which also lets go of the lock.
  }
}

function refuseNewer(applied: Set<string>, files: string[]): void {
  const unknown = [...applied].filter((name) => !files.includes(name));
  if (unknown.length > 0) {
    throw new SchemaTooNew(
      `The database was made by a newer version of ZapOTP (it has ${unknown.join(", ")}). Start that version, or restore a backup made before it.`,
    );
  }
}

async function run(client: pg.Client, name: string, sql: string): Promise<void> {
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query(`insert into migrations (name) values ($1)`, [name]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}
