import { spawn, type ChildProcess } from "node:child_process";
import { openSync, closeSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { ended } from "./processes.ts";
import type { Place } from "./place.ts";
import { serverSettings } from "./settings.ts";
import { connectionStringOf, type State } from "./state.ts";
import type { SystemUser } from "./system-user.ts";
import { watchFor, type Watcher } from "./watcher.ts";

export interface RunningServer {
  child: ChildProcess;
  watcher: Watcher;
  /** Resolves when the server has ended, whatever the reason. */
  exit: Promise<void>;
}

const startSeconds = 60;
const logLimitBytes = 10 * 1024 * 1024;

/** Starts the server and waits until it takes connections. What it prints goes to a file beside its folder. */
export async function runServer(
  place: Place,
  user: SystemUser | null,
  state: State,
  overrides: Record<string, string>,
): Promise<RunningServer> {
  const logPath = `${place.folder}.log`;
  const logFile = openSync(logPath, sizeOf(logPath) > logLimitBytes ? "w" : "a", 0o600);
  const child = spawn(
    place.binaries.postgres,
    ["-D", place.folder, ...serverSettings(state.port, overrides)],
    {
      stdio: ["ignore", logFile, logFile],
      cwd: "/",
      detached: true, // Ctrl-C in our terminal must not stop it before we have finished what runs.
      env: { ...process.env, LC_ALL: "C" },
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    },
  );
  closeSync(logFile);
  const exit = new Promise<void>((resolve) => {
    child.on("exit", () => resolve());
    child.on("error", () => resolve());
  });
  if (child.pid === undefined) throw new Error(`${place.binaries.postgres} cannot be started.`);
  const watcher = watchFor(child.pid);
  void exit.then(() => watcher.dismiss());
  await Promise.race([untilReady(connectionStringOf(state)), exit.then(() => failStart(logPath))]);
  return { child, watcher, exit };
}

function failStart(logPath: string): never {
  throw new Error(`The database did not start; ${logPath} says why.`);
}

async function untilReady(connectionString: string): Promise<void> {
  for (const deadline = Date.now() + startSeconds * 1000; ; await sleep(25)) {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 });
    client.on("error", () => {});
    try {
      await client.connect();
      return;
    } catch (error) {
      // 57P03: it is starting up, or recovering.
      if (Date.now() > deadline) throw error;
    } finally {
      await client.end().catch(() => {});
    }
  }
}

/** A clean, fast shutdown: what is committed is on disk, running transactions are given up. */
export async function stopServer({ child, exit }: RunningServer): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return exit;
  child.kill("SIGINT");
  if (!(await ended(pid, 30_000))) child.kill("SIGQUIT");
  await exit;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
