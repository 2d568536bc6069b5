import { existsSync, realpathSync } from "node:fs";
import { clusterOf } from "./place.ts";
import { findPostmaster } from "./pid-file.ts";
import { connectionStringOf, readState } from "./state.ts";

/**
 * The connection string of the server that another process of ours runs on this folder; null when none runs. Throws
 * PostgresUnavailable when the folder is another user's.
 */
export function findRunningPostgres(dataDir: string): string | null {
  if (!existsSync(dataDir)) return null;
  const folder = realpathSync(dataDir);
  const state = readState(folder);
  return state && findPostmaster(clusterOf(folder)) !== null ? connectionStringOf(state) : null;
}
