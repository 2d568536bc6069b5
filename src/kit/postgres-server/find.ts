import { existsSync, realpathSync } from "node:fs";
import { findPostmaster, isReady } from "./pid-file.ts";
import { clusterOf } from "./place.ts";
import { connectionStringOf, readState } from "./state.ts";

/**
 * The connection string of the server that another process of ours runs on this folder; null if none runs, or while
 * it starts or stops. Throws PostgresUnavailable if the folder belongs to another user.
 */
export function findRunningPostgres(dataDir: string): string | null {
  if (!existsSync(dataDir)) return null;
  const folder = realpathSync(dataDir);
  const state = readState(folder);
  if (!state) return null;
  const postmaster = findPostmaster(clusterOf(folder));
  return postmaster !== null && isReady(clusterOf(folder), postmaster) ? connectionStringOf(state) : null;
}
