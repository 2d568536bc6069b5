import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findBinaries } from "./binaries.ts";
import { initialize } from "./initdb.ts";
import { clearLeftovers } from "./leftovers.ts";
import { lockFolder } from "./lock.ts";
import { findPlace, type Place } from "./place.ts";
import { runServer, stopServer, type RunningServer } from "./server.ts";
import { connectionStringOf, readState, writeState, type State } from "./state.ts";
import { findSystemUser, type SystemUser } from "./system-user.ts";

export interface PostgresOptions {
  /** Folder of the cluster; beside it are kept `.json` (port, password), `.log` and `.lock`. */
  dataDir: string;
  /** Told in one line what takes long, or what is unusual. */
  log: (line: string) => void;
  /** PostgreSQL settings on top of ours. */
  settings?: Record<string, string>;
}

export interface Postgres {
  connectionString: string;
  stop(): Promise<void>;
}

const startTries = 5;

/**
 * Runs a PostgreSQL of our own: made at the first start, recovered by itself after any crash, stopped with us however
 * we end. Should it die alone it is started again on the same port. Throws DataDirectoryInUse when another of our
 * processes runs it.
 */
export async function startPostgres({ dataDir, log, settings = {} }: PostgresOptions): Promise<Postgres> {
  const binaries = await findBinaries();
  const user = findSystemUser();
  const place = findPlace(dataDir, binaries, user, log);
  const lock = lockFolder(dataDir);
  try {
    const state = await prepare(dataDir, place, user, log);
    const start = (): Promise<RunningServer> => runPatiently(place, user, state, settings);
    const keeper = keepRunning(await start(), start, log);
    return {
      connectionString: connectionStringOf(state),
      stop: () => keeper.stop().finally(() => lock.release()),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** A whole cluster, no server left on it, and a port that is free. */
async function prepare(
  dataDir: string,
  place: Place,
  user: SystemUser | null,
  log: (line: string) => void,
): Promise<State> {
  let state = readState(dataDir);
  if (!existsSync(join(place.folder, "PG_VERSION"))) {
    log("Creating the database (this once)…");
    state = { folder: place.folder, port: 0, password: randomBytes(24).toString("base64url") };
    await initialize(place, user, state.password);
  } else {
    await clearLeftovers(place.folder, log);
  }
  if (!state)
    throw new Error(
      `${dataDir}.json, which holds the database's password, is missing. Restore it, or move ${place.folder} away to begin anew.`,
    );
  const ready = { ...state, folder: place.folder, port: await freePort(state.port) };
  writeState(dataDir, ready);
  return ready;
}

/** Backends of a server that was killed may hold its memory for a moment. */
async function runPatiently(
  place: Place,
  user: SystemUser | null,
  state: State,
  settings: Record<string, string>,
): Promise<RunningServer> {
  for (let tries = 1; ; tries++) {
    try {
      return await runServer(place, user, state, settings);
    } catch (error) {
      if (tries === startTries) throw error;
      await sleep(200 * tries);
    }
  }
}

function keepRunning(
  first: RunningServer,
  start: () => Promise<RunningServer>,
  log: (line: string) => void,
): { stop(): Promise<void> } {
  let server = first;
  let stopping = false;
  const watch = (): void => void server.exit.then(() => restart());
  async function restart(): Promise<void> {
    if (stopping) return;
    log("The database server ended unexpectedly; starting it again.");
    for (let wait = 250; !stopping; wait = Math.min(wait * 2, 10_000)) {
      try {
        server = await start();
        return watch();
      } catch (error) {
        log(`${(error as Error).message} Trying again.`);
        await sleep(wait);
      }
    }
  }
  watch();
  return {
    stop() {
      stopping = true;
      return stopServer(server);
    },
  };
}

/** The wanted port where it is free, else any. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", () =>
      wanted === 0 ? reject(new Error("no port is free")) : freePort(0).then(resolve, reject),
    );
    probe.listen(wanted, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
