import { findPostmaster } from "./leftovers.ts";
import { connectionStringOf, readState } from "./state.ts";

/** The connection string of the server that another process of ours runs on this folder; null when none runs. */
export function findRunningPostgres(dataDir: string): string | null {
  const state = readState(dataDir);
  return state && findPostmaster(state.folder) !== null ? connectionStringOf(state) : null;
}
