import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { birthMark, isAlive } from "./processes.ts";

/** Another of our servers runs on this data folder. */
export class DataDirectoryInUse extends Error {
  constructor(folder: string, pid: number) {
    super(
      `Another ZapOTP (process ${pid}) uses the database in ${folder}. Stop it first, or give this one a DATA_DIR of its own; several servers on one database need DATABASE_URL.`,
    );
    this.name = "DataDirectoryInUse";
  }
}

/**
 * Takes the folder for this process until `release`, or until the process ends in whatever way: a lock whose owner is
 * gone counts for nothing.
 */
export function lockFolder(folder: string): { release(): void } {
  const path = `${folder}.lock`;
  const mine = `${process.pid} ${birthMark(process.pid)}`;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, mine);
  try {
    for (let tries = 0; tries < 50; tries++) {
      if (link(draft, path)) return { release: () => rmSync(path, { force: true }) };
      const owner = read(path);
      if (owner !== null && isOwned(owner)) throw new DataDirectoryInUse(folder, Number(owner.split(" ")[0]));
      if (owner !== null) dropStale(path, owner);
    }
    throw new Error(`${path} cannot be taken`);
  } finally {
    rmSync(draft, { force: true });
  }
}

function isOwned(owner: string): boolean {
  const [pid, mark] = owner.split(" ");
  return isAlive(Number(pid)) && birthMark(Number(pid)) === mark;
}

/** Of several that find the same stale lock one moves it away; who moved a fresh one by mistake puts it back. */
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
