import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { birthMark, isAlive } from "./processes.ts";

/** Another of our servers runs on this data folder. */
export class DataDirectoryInUse extends Error {
  override readonly name = "DataDirectoryInUse";
  /** The process that uses the folder. */
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(
      `Another ZapOTP (process ${pid}) uses the database in ${folder}. Stop it first, or give this one a DATA_DIR of its own; several servers on one database need DATABASE_URL.`,
    );
    this.pid = pid;
  }
}

/** A server whose launcher or terminal was killed ends within this time, and the next start may come that soon. */
const patienceMs = 4000;

export interface Lock {
  release(): void;
}

/**
 * Locks a cluster for this process until `release`, or until the process ends for any reason: a lock whose owner is
 * gone does not count. Throws DataDirectoryInUse if another process holds it.
 */
export async function lockCluster(cluster: string): Promise<Lock> {
  const path = `${cluster}.lock`;
  for (const deadline = performance.now() + patienceMs; ; await sleep(100)) {
    const owner = take(path);
    if (owner === null) return { release: () => release(path) };
    // If we hold it ourselves, waiting is pointless.
    if (owner === process.pid || performance.now() > deadline) throw new DataDirectoryInUse(cluster, owner);
  }
}

const ownMark = (): string => `${process.pid} ${birthMark(process.pid)}`;

/** Null if we now have the lock, else the process that holds it. */
function take(path: string): number | null {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, ownMark());
  try {
    for (;;) {
      if (link(draft, path)) return null;
      const owner = read(path);
      if (owner !== null && isOwned(owner)) return Number(owner.split(" ")[0]);
      if (owner !== null) dropStale(path, owner);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function release(path: string): void {
  if (read(path) === ownMark()) rmSync(path, { force: true });
}

function isOwned(owner: string): boolean {
  const [pid, mark] = owner.split(" ");
  return isAlive(Number(pid)) && birthMark(Number(pid)) === mark;
}

/** If several find the same stale lock, one moves it away; whoever moved a fresh one by mistake puts it back. */
function dropStale(path: string, stale: string): void {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (read(aside) !== stale) link(aside, path);
  rmSync(aside, { force: true });
}

/** Creates the lock atomically with its content, if it does not exist. */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
