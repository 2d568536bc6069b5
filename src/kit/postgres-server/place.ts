import { createHash } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Binaries } from "./binaries.ts";
import type { SystemUser } from "./system-user.ts";

/** Where root's PostgreSQL lives when its user cannot enter the folder that was asked for. */
const commonFolder = "/var/lib/zapotp";

export interface Place {
  /** The cluster's folder. */
  folder: string;
  binaries: Binaries;
}

/**
 * Finds folders that the user can enter: the asked one and npm's binaries where that can be, else a folder and a copy
 * of the binaries under /var/lib/zapotp (a clone under /root, mode 700, is the commonest case).
 */
export function findPlace(
  dataDir: string,
  binaries: Binaries,
  user: SystemUser | null,
  log: (line: string) => void,
): Place {
  const wanted = resolve(dataDir);
  mkdirSync(dirname(wanted), { recursive: true });
  if (!user) return { folder: wanted, binaries };
  const folder = canEnter(dirname(wanted), user) ? wanted : join(commonFolder, `data-${digest(wanted)}`);
  if (folder !== wanted) {
    mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
    log(`The database is kept in ${folder}: its user "${user.name}" cannot enter ${dirname(wanted)}.`);
  }
  return { folder, binaries: canEnter(dirname(binaries.postgres), user) ? binaries : copyBinaries(binaries) };
}

/** Whether every folder on the way may be entered by the user. */
function canEnter(folder: string, user: SystemUser): boolean {
  const { mode, uid, gid } = statSync(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  return dirname(folder) === folder || canEnter(dirname(folder), user);
}

function copyBinaries({ postgres, initdb }: Binaries): Binaries {
  const root = dirname(dirname(postgres));
  const { size, mtimeMs } = statSync(postgres);
  const copy = join(commonFolder, `postgresql-${digest(`${size} ${mtimeMs}`)}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    mkdirSync(commonFolder, { recursive: true, mode: 0o755 });
    cpSync(root, partial, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    chmodSync(partial, 0o755);
    try {
      renameSync(partial, copy); // Whole or not at all.
    } catch {
      rmSync(partial, { recursive: true, force: true }); // Another start was faster.
    }
  }
  return { postgres: join(copy, "bin", basename(postgres)), initdb: join(copy, "bin", basename(initdb)) };
}

/** Makes an empty folder for the user alone. */
export function makeFolder(folder: string, user: SystemUser | null): void {
  mkdirSync(folder, { mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);
