import { setTimeout as sleep } from "node:timers/promises";
import { openDb } from "../../kit/db.ts";
import { Refusal } from "../../kit/errors.ts";
import { findRunningPostgres } from "../../kit/postgres-server/find.ts";
import { DataDirectoryInUse } from "../../kit/postgres-server/lock.ts";
import { startPostgres } from "../../kit/postgres-server/start.ts";
import { readState } from "../../kit/postgres-server/state.ts";
import type { Config } from "../../config.ts";
import { postgresFolder, type Database } from "../../database.ts";
import { silent } from "./silent.ts";
import { countOtherClients } from "./sql.ts";

/** For how long a server that is just starting or stopping is waited for. */
const patienceMs = 15_000;

export const noDatabaseYet = (folder: string): Refusal =>
  new Refusal(
    "no_database",
    `There is no database in ${folder} yet. Start the server once (npm start), or name a database in DATABASE_URL.`,
  );

/** Which database the tool works on, and how it is reached: told by `doctor`. */
export type Access = "DATABASE_URL" | "the running server's" | "started for this command";

/** Stopping it is not our business. */
const goesOn = async (): Promise<void> => {};

/**
 * The database that the server works on: DATABASE_URL's, or the embedded one that runs, or the embedded one started
 * for the time of a command. Makes none: a tool started in the wrong folder would leave an empty one behind.
 */
export async function reachDatabase(
  config: Pick<Config, "DATABASE_URL" | "DATA_DIR">,
  say: (line: string) => void,
): Promise<Database & { access: Access }> {
  const { DATABASE_URL: named } = config;
  if (named !== "") return { connectionString: named, access: "DATABASE_URL", stop: goesOn };
  const dataDir = postgresFolder(config);
  if (!readState(dataDir)) throw noDatabaseYet(config.DATA_DIR);
  for (const deadline = Date.now() + patienceMs; ; await sleep(200)) {
    const running = findRunningPostgres(dataDir);
    if (running !== null) return { connectionString: running, access: "the running server's", stop: goesOn };
    try {
      const { connectionString, stop } = await startPostgres({ dataDir, log: say });
      const stopAlone = (): Promise<void> => waitForOthers(connectionString).finally(stop);
      return { connectionString, access: "started for this command", stop: stopAlone };
    } catch (error) {
      if (!(error instanceof DataDirectoryInUse) || Date.now() > deadline) throw error;
    }
  }
}

/** Another command may have found our server meanwhile; it is let finish. */
async function waitForOthers(connectionString: string): Promise<void> {
  const db = openDb({ connectionString, log: silent, maxConnections: 1 });
  try {
    const deadline = Date.now() + patienceMs;
    while ((await countOtherClients(db)) > 0 && Date.now() < deadline) await sleep(100);
  } finally {
    await db.end();
  }
}
