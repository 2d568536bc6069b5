import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PostgresUnavailable } from "./unavailable.ts";

/** What we must know of a cluster to use it again; kept in the data folder, readable for its owner alone. */
export interface State {
  port: number;
  password: string;
  /** The cluster's folder when it is not in the data folder. */
  elsewhere?: string;
}

const pathOf = (dataDir: string): string => join(dataDir, "server.json");

/** Null when no cluster was made yet. Throws PostgresUnavailable when the file is another user's. */
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

/** Whole or not at all, and on disk before we go on: without the password the cluster is of no use. */
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
