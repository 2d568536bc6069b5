import { randomBytes } from "node:crypto";
import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { PostgresUnavailable } from "./unavailable.ts";
import { makeCluster } from "./initdb.ts";
import { clearLeftovers } from "./leftovers.ts";
import type { Place } from "./place.ts";
import { freePort } from "./port.ts";
import type { Launch } from "./server.ts";
import { readState, writeState, type State } from "./state.ts";

/** Sees to it that there is a whole cluster with no server on it, and that its port is free. The caller has the lock. */
export async function prepare({ place, settings, log }: Omit<Launch, "stop">): Promise<State> {
  if (existsSync(place.cluster)) {
    await clearLeftovers(place.cluster, log);
  } else {
    log("Creating the database (this once)…");
    await create(place, settings["fsync"] !== "off");
  }
  const state = readState(place.dataDir);
  if (!state)
    throw new PostgresUnavailable(
      `${join(place.dataDir, "server.json")}, which holds the database's password, is missing. Restore it, or move ${place.cluster} away to begin anew.`,
    );
  return withPort(place, state, await freePort(state.port));
}

async function create(place: Place, durable: boolean): Promise<void> {
  const password = randomBytes(24).toString("base64url");
  const draft = await makeCluster(place, password, durable);
  const isElsewhere = place.cluster !== join(place.dataDir, "cluster");
  // Before the move: a cluster without its password would be of no use, a password without its cluster is replaced.
  writeState(place.dataDir, { port: 0, password, ...(isElsewhere ? { elsewhere: place.cluster } : {}) });
  renameSync(draft, place.cluster);
}

/** Writes down the port for those who look for the running server. */
export function withPort({ dataDir }: Place, state: State, port: number): State {
  const next = { ...state, port };
  if (port !== state.port) writeState(dataDir, next);
  return next;
}
