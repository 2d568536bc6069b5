import { chmodSync, mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { findPostmaster } from "../../src/kit/postgres-server/pid-file.ts";
import { startPostgres } from "../../src/kit/postgres-server/start.ts";
import { stopLater } from "../../bench/lib/teardown.ts";

/** The driver's own PostgreSQL, which is restarted whenever it dies, as the shipped server does with its own. */
export interface OwnPostgres {
  connectionString: string;
  /** The process to kill. */
  postmaster(): number;
  stop(): Promise<void>;
}

export async function startOwnPostgres(folder: string, isFast = false): Promise<OwnPostgres> {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711); // If root runs the driver, PostgreSQL's user needs access.
  const dataDir = join(realpathSync(folder), "postgres");
  const server = await startPostgres({
    dataDir,
    log: () => {},
    settings: isFast ? { fsync: "off" } : {},
  });
  return {
    connectionString: server.connectionString,
    postmaster: () => postmasterIn(dataDir),
    stop: stopLater("PostgreSQL", () => server.stop()),
  };
}

/** The postmaster of a data folder; throws if none runs. */
export function postmasterIn(dataDir: string): number {
  const pid = findPostmaster(join(dataDir, "cluster"));
  if (pid === null) throw new Error(`no PostgreSQL runs in ${dataDir}`);
  return pid;
}

/** A separate connection for the test, which bypasses every proxy and pool. */
export async function connectTo(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  client.on("error", () => {}); // Its server may be killed.
  await client.connect();
  return client;
}

/** A new empty database beside the first; returns its address. */
export async function createDatabase(connectionString: string, name: string): Promise<string> {
  const client = await connectTo(connectionString);
  await client.query(`create database ${name}`).finally(() => client.end());
  const url = new URL(connectionString);
  url.pathname = `/${name}`;
  return url.href;
}
