import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { connect } from "./db/connect.ts";
import { requireServerVersion } from "./db/server-version.ts";
import { serversOf } from "./db/servers.ts";

/** The database was made by a newer version than this one. */
export class SchemaTooNew extends Error {}

const lockKey = 815_243_907; // An arbitrary constant that only we use.

/**
 * How long a migration waits for a table that a running server uses: until it has the lock, everybody else who wants the
 * table waits behind it. Then it gives way to them, and is tried again.
 */
const lockMilliseconds = 2_000;
const pauseMilliseconds = 1_000;
const mostTries = 40;

/**
 * Brings the schema up to date, each migration in its own transaction, under a lock: if two processes start at once,
 * one waits for the other at each migration, and runs what is left. Returns the names of those it ran. With `only`,
 * only these are run, which gives the schema of an earlier version.
 */
export async function migrate(connectionString: string, folder: string, only?: string[]): Promise<string[]> {
  const client = await connect(serversOf(connectionString), { application_name: "zapotp migrations" });
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .toSorted();
  try {
    await requireServerVersion(client);
    const ran: string[] = [];
    for (;;) {
      const name = await insist(() => runNext(client, folder, files, only));
      if (name === null) return ran;
      ran.push(name);
    }
  } finally {
    await client.end().catch(() => {});
  }
}

/** Repeats what was undone because others had a lock for too long, or wanted ours. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const { code } = ((error as Error).cause ?? {}) as { code?: string };
      const isBusy = code === "55P03" || code === "40P01"; // lock_not_available, deadlock_detected
      if (!isBusy || tries === mostTries) throw error;
      await sleep(pauseMilliseconds);
    }
  }
}

/** The first missing migration, or null. */
async function runNext(
  client: pg.Client,
  folder: string,
  files: string[],
  only: string[] | undefined,
): Promise<string | null> {
  await client.query("begin");
  try {
    // A lock of the transaction: a pooler would keep a session's lock, with its connection, after we are gone.
    await client.query(`select pg_advisory_xact_lock(${lockKey})`);
    await client.query(
      `create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())`,
    );
    const { rows } = await client.query<{ name: string }>(`select name from migrations`);
    const applied = new Set(rows.map((row) => row.name));
    refuseNewer(applied, files);
    const next = files.find((name) => !applied.has(name) && (only?.includes(name) ?? true));
    if (next !== undefined) await run(client, next, readFileSync(join(folder, next), "utf8"));
    await client.query("commit");
    return next ?? null;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
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
  try {
    await client.query(`set local lock_timeout = ${lockMilliseconds}`);
    await client.query(sql);
    await client.query(`insert into migrations (name) values ($1)`, [name]);
  } catch (error) {
    throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}
