import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandLine, ended, isAlive } from "./processes.ts";

const pidFileOf = (folder: string): string => join(folder, "postmaster.pid");

/** The server that runs on this folder, by its pid file; null when the file is missing, stale, or another program's. */
export function findPostmaster(folder: string): number | null {
  if (!existsSync(pidFileOf(folder))) return null;
  const pid = Number.parseInt(readFileSync(pidFileOf(folder), "utf8"), 10);
  return pid > 0 && isAlive(pid) && commandLine(pid).includes(folder) ? pid : null;
}

/**
 * Ends a server that lost its owner (both were to end together, but somebody killed the watcher as well), and sees to
 * it that a stale pid file does not block the start. Never SIGKILL: PostgreSQL recovers from everything, but its
 * backends would go on without their postmaster.
 */
export async function clearLeftovers(folder: string, log: (line: string) => void): Promise<void> {
  const orphan = findPostmaster(folder);
  if (orphan !== null) {
    log("A database server was left behind; stopping it.");
    process.kill(orphan, "SIGINT");
    if (!(await ended(orphan, 8000))) process.kill(orphan, "SIGQUIT");
    if (!(await ended(orphan, 8000)))
      throw new Error(`The database server left behind (process ${orphan}) does not stop.`);
  }
  if (!existsSync(pidFileOf(folder))) return;
  const pid = Number.parseInt(readFileSync(pidFileOf(folder), "utf8"), 10);
  if (!isAlive(pid)) return; // PostgreSQL sees that by itself, and checks for backends that still live.
  await sleep(1000); // The id is another program's by now. Backends without a postmaster end within moments.
  rmSync(pidFileOf(folder), { force: true });
}
