import { setTimeout as sleep } from "node:timers/promises";
import { keepRunning } from "./keep-running.ts";
import { clearLeftovers } from "./leftovers.ts";
import { lockCluster } from "./lock.ts";
import { findPlace } from "./place.ts";
import { freePort } from "./port.ts";
import { prepare, withPort } from "./prepare.ts";
import { runServer, ServerEnded, type Launch } from "./server.ts";
import { connectionStringOf, type State } from "./state.ts";

export interface PostgresOptions {
  /** Folder for the cluster, its password and port (server.json) and its log (postgres.log); made when missing. */
  dataDir: string;
  /** Told in a line what takes long, or what is unusual. */
  log: (line: string) => void;
  /** PostgreSQL settings on top of ours. With fsync "off" the making of the cluster does not wait for the disk either. */
  settings?: Record<string, string>;
}

export interface Postgres {
  /** Stays right for as long as it runs, also when the server had to be started again. */
  connectionString: string;
  /** A clean, fast shutdown; resolves when the server is gone. */
  stop(): Promise<void>;
}

/**
 * Runs a PostgreSQL of our own: made at the first start, recovered by itself after any crash, stopped with us however
 * we end. Should it die alone it is started again on the same port. Throws DataDirectoryInUse when another of our
 * processes runs it, PostgresUnavailable when it cannot run on this machine, ServerEnded when it does not come up.
 */
export async function startPostgres({ dataDir, log, settings = {} }: PostgresOptions): Promise<Postgres> {
  const place = await findPlace(dataDir, log);
  const lock = await lockCluster(place.cluster);
  const stopping = new AbortController();
  const launch: Launch = { place, settings, log, stop: stopping.signal };
  try {
    const { server, state } = await startFirst(launch, await prepare(launch));
    const done = keepRunning(server, () => startAgain(launch, state.port), launch);
    return {
      connectionString: connectionStringOf(state),
      stop() {
        stopping.abort();
        return done.finally(() => lock.release());
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

const patienceMs = 30_000;

/** Nobody knows our port yet, so another will do when somebody took it just now. */
async function startFirst(
  launch: Launch,
  prepared: State,
): Promise<{ server: { exit: Promise<void> }; state: State }> {
  let state = prepared;
  for (const deadline = performance.now() + patienceMs; ; await sleep(200)) {
    try {
      return { server: await runServer(launch, state.port), state };
    } catch (error) {
      if (!(error instanceof ServerEnded) || performance.now() > deadline) throw error;
      if (isPortTaken(error)) state = withPort(launch.place, state, await freePort(0));
      else if (!isMemoryHeld(error)) throw error;
    }
  }
}

async function startAgain(launch: Launch, port: number): Promise<{ exit: Promise<void> }> {
  await clearLeftovers(launch.place.cluster, launch.log);
  return runServer(launch, port);
}

const isPortTaken = ({ output }: ServerEnded): boolean => /could not create any TCP\/IP sockets/.test(output);

/** Backends of a killed server still hold its memory, on systems where we cannot find them (see leftovers.ts). */
const isMemoryHeld = ({ output }: ServerEnded): boolean => /shared memory block .* still in use/.test(output);
