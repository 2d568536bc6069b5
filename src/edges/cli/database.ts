import { setTimeout as sleep } from "node:timers/promises";
import { openDb, type Db } from "../../kit/db.ts";
import { isUnreachable } from "../../kit/db/errors.ts";
import { Refusal } from "../../kit/errors.ts";
import { createLog } from "../../kit/log.ts";
import { findRunningPostgres } from "../../kit/postgres-server/find.ts";
import { DataDirectoryInUse } from "../../kit/postgres-server/lock.ts";
import { startPostgres } from "../../kit/postgres-server/start.ts";
import { readState } from "../../kit/postgres-server/state.ts";
import type { Config } from "../../config.ts";
import { postgresFolder } from "../../start/database.ts";
import { ping } from "../../kit/db/facts.ts";
import { mayStay, mayStop } from "../../kit/db/stay.ts";

/** How long to wait for a server that is just starting or stopping. */
const patienceMs = 15_000;
const pauseMs = 100;

/** A database that is reachable. */
export interface Reached {
  db: Db;
  connectionString: string;
  /** Names the database, for people. */
  access: "DATABASE_URL" | "the running server's" | "started for this command";
  /** Leaves everything as it was before. */
  close(): Promise<void>;
}

/**
 * The database that the server works on: DATABASE_URL's, or the embedded one that runs, or the embedded one, started
 * for the duration of a command. Never creates one: a tool started in the wrong folder would leave an empty one
 * behind.
 */
export async function reachDatabase(
  config: Pick<Config, "DATABASE_URL" | "DATA_DIR">,
  say: (line: string) => void,
): Promise<Reached> {
  if (config.DATABASE_URL !== "") {
    const db = await connect(config.DATABASE_URL);
    return {
      db,
      connectionString: config.DATABASE_URL,
      access: "DATABASE_URL",
      close: () => db.end(),
    };
  }
  const dataDir = postgresFolder(config);
  if (!readState(dataDir)) throw noDatabaseYet(config.DATA_DIR);
  for (const deadline = performance.now() + patienceMs; ; await sleep(pauseMs)) {
    try {
      return (await joinRunning(dataDir)) ?? (await startForNow(dataDir, say));
    } catch (error) {
      // Another command's server is starting, or about to stop; the next look finds it, or none.
      const passing = error instanceof DataDirectoryInUse || isUnreachable(error);
      if (!passing || performance.now() > deadline) throw error;
    }
  }
}

const noDatabaseYet = (folder: string): Refusal =>
  new Refusal(
    "no_database",
    `There is no database in ${folder} yet. Start the server once (npm start), or name a database in DATABASE_URL.`,
  );

async function connect(connectionString: string): Promise<Db> {
  const db = openDb({ connectionString, log: createLog("silent"), maxConnections: 2 });
  try {
    await ping(db);
    return db;
  } catch (error) {
    await db.end();
    throw error;
  }
}

/** Null when none runs, or if the running one is about to stop. */
async function joinRunning(dataDir: string): Promise<Reached | null> {
  const running = findRunningPostgres(dataDir);
  if (running === null) return null;
  const db = await connect(running);
  if (await mayStay(db))
    return { db, connectionString: running, access: "the running server's", close: () => db.end() };
  await db.end();
  return null;
}

async function startForNow(dataDir: string, say: (line: string) => void): Promise<Reached> {
  const { connectionString, stop } = await startPostgres({ dataDir, log: say });
  const close = (): Promise<void> => waitForOthers(connectionString).finally(stop);
  try {
    const db = await connect(connectionString);
    return {
      db,
      connectionString,
      access: "started for this command",
      close: () => db.end().then(close),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Other commands may have found our server in the meantime; we let them finish. */
async function waitForOthers(connectionString: string): Promise<void> {
  const db = await connect(connectionString);
  const deadline = performance.now() + patienceMs;
  while (!(await mayStop(db)) && performance.now() < deadline) await sleep(pauseMs);
  await db.end();
}
