import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { findBinaries, type Binaries } from "./binaries.ts";
import { copyBinaries } from "./copy-binaries.ts";
import { PostgresUnavailable } from "./unavailable.ts";
import { tryAs } from "./run-as.ts";
import { readState } from "./state.ts";
import { findSystemUser, ownerOf, type SystemUser } from "./system-user.ts";

/** Where root's PostgreSQL is kept if its user cannot enter the requested folders. */
const commonFolder = "/var/lib/zapotp";

export interface Place {
  /** The real path of the requested folder; holds what we know about the cluster. */
  dataDir: string;
  /** The cluster's folder (PostgreSQL's PGDATA). */
  cluster: string;
  binaries: Binaries;
  /** The user that PostgreSQL runs as; null: the current user. */
  user: SystemUser | null;
}

/**
 * Finds folders that PostgreSQL's user can enter: `dataDir`/cluster and npm's binaries if possible, else a folder and
 * a copy of the binaries under /var/lib/zapotp (most often because of a clone under /root, mode 700). Throws
 * PostgresUnavailable if they do not exist.
 */
export async function findPlace(wanted: string, log: (line: string) => void): Promise<Place> {
  const dataDir = openFolder(wanted);
  const known = clusterOf(dataDir);
  const user = existsSync(known) ? ownerOf(known) : findSystemUser();
  const cluster = existsSync(known) ? reachable(known, user) : newCluster(dataDir, user, log);
  return { dataDir, cluster, user, binaries: usableBinaries(await findBinaries(), user) };
}

/** Where the cluster of a data folder is, or would be if its user can enter it. */
export function clusterOf(dataDir: string): string {
  return readState(dataDir)?.elsewhere ?? inside(dataDir);
}

export const inside = (dataDir: string): string => join(dataDir, "cluster");

function newCluster(dataDir: string, user: SystemUser | null, log: (line: string) => void): string {
  if (canEnter(dataDir, user)) return inside(dataDir);
  const cluster = join(commonFolder, createHash("sha256").update(dataDir).digest("hex").slice(0, 12));
  openFolder(commonFolder);
  log(`The database is kept in ${cluster}: its user "${user?.name}" cannot enter ${dataDir}.`);
  return cluster;
}

/** A cluster that can no longer be entered is never replaced by an empty one. */
function reachable(cluster: string, user: SystemUser | null): string {
  if (canEnter(dirname(cluster), user)) return cluster;
  throw new PostgresUnavailable(
    `The database in ${cluster} cannot be reached by its owner (${user?.name}). Let it enter every folder on the way (chmod a+x), or start as that user.`,
  );
}

const canEnter = (folder: string, user: SystemUser | null): boolean =>
  tryAs(user, "/bin/sh", ["-c", 'cd "$1"', "sh", folder]) === null;

function usableBinaries(binaries: Binaries, user: SystemUser | null): Binaries {
  if (works(binaries, user)) return binaries;
  const copy = user ? copyBinaries(binaries, openFolder(commonFolder)) : binaries;
  const complaint = tryAs(user, copy.postgres, ["--version"]);
  if (complaint === null) return copy;
  throw new PostgresUnavailable(
    `The embedded PostgreSQL does not run on this machine (${complaint}). Set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

const works = ({ postgres }: Binaries, user: SystemUser | null): boolean =>
  tryAs(user, postgres, ["--version"]) === null;

/**
 * Creates a folder if it does not exist. As root, the folder is made accessible to other users, whatever the umask.
 */
function openFolder(wanted: string): string {
  const path = resolve(wanted);
  const top = mkdirSync(path, { recursive: true, mode: 0o700 });
  if (top !== undefined && process.getuid?.() === 0)
    for (let made = path; made.length >= top.length; made = dirname(made)) chmodSync(made, 0o711);
  return realpathSync(path);
}
