import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// Linux has everything in /proc; elsewhere we ask `ps`.

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether a process is the postmaster that we started on this cluster. */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  const line = readProc(pid, "cmdline");
  if (line === null) return ps(pid, "args").includes(`postgres -D ${cluster} `);
  const [program = "", option, folder] = line.split("\0");
  return basename(program) === "postgres" && option === "-D" && folder === cluster;
}

/** Something that stays the same for the life of a process and differs if its id is reused. */
export function birthMark(pid: number): string {
  const started = statOf(pid)[19]; // starttime, field 22 of proc(5), in ticks since boot
  if (started === undefined) return ps(pid, "lstart").replaceAll(" ", "_");
  return `${started}@${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}`;
}

/** PostgreSQL processes that work in this cluster without a postmaster; none if this cannot be determined. */
export function strayBackends(cluster: string): number[] {
  return listProcesses().filter(
    (pid) =>
      workingFolder(pid) === cluster &&
      (readProc(pid, "comm") ?? "").trim() === "postgres" &&
      (readProc(Number(statOf(pid)[1]), "comm") ?? "").trim() !== "postgres",
  );
}

/** Waits for a process to end; false if it is still there after the time. */
export async function ended(pid: number, milliseconds: number): Promise<boolean> {
  for (const deadline = performance.now() + milliseconds; performance.now() < deadline; await sleep(20))
    if (!isAlive(pid)) return true;
  return !isAlive(pid);
}

function listProcesses(): number[] {
  try {
    return readdirSync("/proc").map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function workingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null; // Gone, or not visible to us.
  }
}

/** The fields after the name, which may contain anything: state is 0, ppid 1. */
const statOf = (pid: number): string[] =>
  readProc(pid, "stat")
    ?.replace(/^.*\) /s, "")
    .split(" ") ?? [];

function readProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return null;
  }
}

const ps = (pid: number, column: string): string =>
  (spawnSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" }).stdout ?? "").trim();
