import { join } from "node:path";
import { startPostgres } from "../kit/postgres-server/start.ts";
import type { Config } from "../config.ts";

export interface Database {
  connectionString: string;
  /** For the connection that listens for notifications. */
  listenConnectionString: string;
  /** Stops the embedded server cleanly; an external database keeps running. */
  stop(): Promise<void>;
}

/** The folder of the embedded PostgreSQL. */
export const postgresFolder = (config: Pick<Config, "DATA_DIR">): string => join(config.DATA_DIR, "postgres");

/** The database that DATABASE_URL names, or the embedded PostgreSQL in DATA_DIR, started here. */
export async function openDatabase(
  config: Pick<Config, "DATABASE_URL" | "DATABASE_LISTEN_URL" | "DATA_DIR" | "SLOW_STATEMENT_MILLISECONDS">,
  say: (line: string) => void,
): Promise<Database> {
  if (config.DATABASE_URL !== "") {
    const { DATABASE_URL: connectionString, DATABASE_LISTEN_URL } = config;
    return {
      connectionString,
      listenConnectionString: DATABASE_LISTEN_URL || connectionString,
      stop: async () => {},
    };
  }
  const slow = config.SLOW_STATEMENT_MILLISECONDS;
  // Logs the time a statement took without the network; -1 turns the log off.
  const settings = { log_min_duration_statement: slow === 0 ? "-1" : `${slow}ms` };
  const server = await startPostgres({ dataDir: postgresFolder(config), log: say, settings });
  return { ...server, listenConnectionString: server.connectionString };
}
