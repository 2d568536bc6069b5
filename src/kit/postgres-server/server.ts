import { spawn, type ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { isReady } from "./pid-file.ts";
import type { Place } from "./place.ts";
import { spawnAs } from "./run-as.ts";
import { closeServerLog, openServerLog } from "./server-log.ts";
import { serverSettings } from "./settings.ts";
import { startWatcher } from "./watcher.ts";

/** The server ended before it accepted connections. */
export class ServerEnded extends Error {
  /** Its complete output. */
  readonly output: string;

  constructor(logPath: string, output: string) {
    const reasons = output.split("\n").filter((line) => /\b(FATAL|PANIC|HINT):/.test(line));
    super(`The database did not start; ${logPath} says why.\n${reasons.join("\n")}`.trim());
    this.output = output;
  }
}

export interface Launch {
  place: Place;
  /** PostgreSQL settings in addition to ours. */
  settings: Record<string, string>;
  log: (line: string) => void;
  /** Aborted to end the server, even while it starts. */
  stop: AbortSignal;
}

/**
 * Starts the server and waits until it accepts connections, however long its recovery takes; returns a promise that
 * resolves when it ends. Throws ServerEnded if it does not come up.
 */
export async function runServer(
  { place, settings, log, stop }: Launch,
  port: number,
): Promise<{ exit: Promise<void> }> {
  stop.throwIfAborted();
  const serverLog = openServerLog(place.dataDir);
  const watcher = startWatcher();
  const child = spawn(place.binaries.postgres, ["-D", place.cluster, ...serverSettings(port, settings)], {
    ...spawnAs(place.user),
    stdio: ["ignore", serverLog.file, serverLog.file],
  });
  if (child.pid !== undefined) watcher.watch(child.pid);
  closeServerLog(serverLog);
  const end = (): void => shutDown(child);
  stop.addEventListener("abort", end);
  const exit = untilEnded(child).finally(() => {
    watcher.dismiss();
    stop.removeEventListener("abort", end);
  });
  if (!(await untilReady(child, place.cluster, log))) {
    await exit;
    throw new ServerEnded(serverLog.path, serverLog.read());
  }
  return { exit };
}

const untilEnded = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => child.once("exit", () => resolve()).once("error", () => resolve()));

/** False if it ended instead. */
async function untilReady(
  child: ChildProcess,
  cluster: string,
  log: (line: string) => void,
): Promise<boolean> {
  for (let polls = 1; isRunning(child); polls++) {
    if (isReady(cluster, child.pid)) return true;
    if (polls % 1000 === 0) log("The database is still recovering from its last stop…");
    await sleep(10);
  }
  return false;
}

const isRunning = (child: ChildProcess): child is ChildProcess & { pid: number } =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null;

/**
 * Fast shutdown: what is committed is on disk, running transactions are rolled back. Immediate if that takes too
 * long.
 */
function shutDown(child: ChildProcess): void {
  child.kill("SIGINT");
  const patience = setTimeout(() => child.kill("SIGQUIT"), 30_000);
  child.once("exit", () => clearTimeout(patience));
}
