import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PostgresUnavailable } from "./unavailable.ts";

/** What we must know about a cluster to use it again; kept in the data folder, readable only by its owner. */
export interface State {
  port: number;
  password: string;
  /** The cluster's folder if it is not in the data folder. */
  elsewhere?: string;
}

const pathOf = (dataDir: string): string => join(dataDir, "server.json");

/** Null if no cluster was created yet. Throws PostgresUnavailable if the file belongs to another user. */
export function readState(dataDir: string): State | null {
  try {
    return JSON.parse(readFileSync(pathOf(dataDir), "utf8")) as State;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new PostgresUnavailable(
      `${pathOf(dataDir)} cannot be read (${(error as Error).message}). It belongs to the user who made the database: run this as that user.`,
      { cause: error },
    );
  }
}

/** Completely or not at all, and on disk before we continue: without the password the cluster is useless. */
export function writeState(dataDir: string, state: State): void {
  const draft = `${pathOf(dataDir)}.new`;
  const file = openSync(draft, "w", 0o600);
  writeFileSync(file, `${JSON.stringify(state)}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(draft, pathOf(dataDir));
}

export const superuser = "zapotp";

export const connectionStringOf = ({ port, password }: State): string =>
  `postgres://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
