import { disownPidFile, findPostmaster, namedProcess } from "./pid-file.ts";
import { ended, isAlive, strayBackends } from "./processes.ts";

const patienceMs = 10_000;

/**
 * Ends what a crash left on a cluster that we have locked: a server that lost its owner (normally both end together,
 * but somebody killed the watcher as well), backends that lost their server, and a pid file that would block the
 * start. Never SIGKILL: PostgreSQL recovers from everything else without leaving processes behind.
 */
export async function clearLeftovers(cluster: string, log: (line: string) => void): Promise<void> {
  const orphan = findPostmaster(cluster);
  if (orphan !== null) await stopOrphan(orphan, log);
  const named = namedProcess(cluster);
  if (named === null) return; // It was stopped cleanly.
  await stopStrays(cluster, log);
  if (isAlive(named)) disownPidFile(cluster);
}

async function stopOrphan(pid: number, log: (line: string) => void): Promise<void> {
  log("A database server was left behind; stopping it.");
  for (const signal of ["SIGINT", "SIGQUIT"]) {
    signalTo(pid, signal);
    if (await ended(pid, patienceMs)) return;
  }
  throw new Error(`The database server left behind (process ${pid}) does not stop.`);
}

/** They end by themselves as soon as they wait for anything; a busy one needs a signal. */
async function stopStrays(cluster: string, log: (line: string) => void): Promise<void> {
  for (const pid of strayBackends(cluster)) {
    if (await ended(pid, 300)) continue;
    log("A process of a killed database server was left behind; stopping it.");
    for (const signal of ["SIGTERM", "SIGQUIT"]) {
      signalTo(pid, signal);
      if (await ended(pid, patienceMs)) break;
    }
  }
}

function signalTo(pid: number, signal: string): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error; // It ended before the signal.
  }
}
