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
  /** Called with a line about anything that takes long, or is unusual. */
  log: (line: string) => void;
  /**
   * PostgreSQL settings in addition to ours. With fsync "off", creating the cluster does not wait for the disk
   * either.
   */
  settings?: Record<string, string>;
}

export interface Postgres {
  /** Stays valid for as long as it runs, even if the server had to be restarted. */
  connectionString: string;
  /** A clean, fast shutdown; resolves when the server has ended. */
  stop(): Promise<void>;
}

/**
 * Runs an embedded PostgreSQL: created at the first start, recovered automatically after any crash, stopped with us
 * however we end. If it dies alone it is restarted on the same port. Throws DataDirectoryInUse if another of our
 * processes runs it, PostgresUnavailable if it cannot run on this machine, ServerEnded if it does not come up.
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

/** Nobody knows our port yet, so we can choose another if somebody has just taken it. */
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
