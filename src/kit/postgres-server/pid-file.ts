import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isPostmasterOf } from "./processes.ts";

// PostgreSQL's own postmaster.pid (its sources: src/include/utils/pidfile.h). Line 1 is the process, line 7 the
// shared memory with which a start finds backends of a killed postmaster, line 8 the status.

const pathOf = (cluster: string): string => join(cluster, "postmaster.pid");

function readLines(cluster: string): string[] {
  try {
    return readFileSync(pathOf(cluster), "utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** The process that the file names, whether or not it is alive; null if there is no file. */
export function namedProcess(cluster: string): number | null {
  const pid = Number.parseInt(readLines(cluster)[0] ?? "", 10);
  return pid > 0 ? pid : null;
}

/** The server that runs on this cluster; null if the file is missing, stale, or names what is now another program. */
export function findPostmaster(cluster: string): number | null {
  const pid = namedProcess(cluster);
  return pid !== null && isPostmasterOf(pid, cluster) ? pid : null;
}

/** Whether this server accepts connections. */
export function isReady(cluster: string, pid: number): boolean {
  const lines = readLines(cluster);
  return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
}

/** Above any id that a system assigns, so no process ever has it. */
const nobody = 2_147_483_646;

/**
 * Makes the file name a process that cannot exist. PostgreSQL would refuse to start while another program has the id;
 * the file itself stays, because its line 7 still protects the data.
 */
export function disownPidFile(cluster: string): void {
  writeFileSync(pathOf(cluster), [nobody, ...readLines(cluster).slice(1)].join("\n"));
}
