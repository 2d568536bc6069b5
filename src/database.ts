import { join } from "node:path";
import { startPostgres } from "./kit/postgres-server/start.ts";
import type { Config } from "./config.ts";

export interface Database {
  connectionString: string;
  /** Stops the embedded server cleanly; a database of one's own goes on. */
  stop(): Promise<void>;
}

/** The folder of the embedded PostgreSQL. */
export const postgresFolder = (config: Pick<Config, "DATA_DIR">): string => join(config.DATA_DIR, "postgres");

/** The database that DATABASE_URL names, or the embedded PostgreSQL in DATA_DIR, started here. */
export async function openDatabase(
  config: Pick<Config, "DATABASE_URL" | "DATA_DIR">,
  say: (line: string) => void,
): Promise<Database> {
  if (config.DATABASE_URL !== "") return { connectionString: config.DATABASE_URL, stop: async () => {} };
  return startPostgres({ dataDir: postgresFolder(config), log: say });
}
