import { randomBytes } from "node:crypto";
import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { dropDrafts, makeCluster } from "./initdb.ts";
import { clearLeftovers } from "./leftovers.ts";
import { inside, type Place } from "./place.ts";
import { freePort } from "./port.ts";
import type { Launch } from "./server.ts";
import { readState, writeState, type State } from "./state.ts";
import { PostgresUnavailable } from "./unavailable.ts";

/**
 * Ensures that there is a complete cluster without a running server, and that its port is free. The caller holds the
 * lock.
 */
export async function prepare({ place, settings, log }: Omit<Launch, "stop">): Promise<State> {
  const { dataDir, cluster } = place;
  dropDrafts(cluster);
  if (existsSync(cluster)) await clearLeftovers(cluster, log);
  if (existsSync(cluster) && !readState(dataDir)) setAside(place, log);
  if (!existsSync(cluster)) {
    refuseToReplace(place);
    log("Creating the database (this once)…");
    await create(place, settings["fsync"] !== "off");
  }
  const state = readState(dataDir) as State;
  return withPort(place, state, await freePort(state.port));
}

/**
 * A cluster whose password is lost. Outside the data folder, it is usually left over from a data folder that somebody
 * deleted.
 */
function setAside({ dataDir, cluster }: Place, log: (line: string) => void): void {
  if (cluster === inside(dataDir))
    throw new PostgresUnavailable(
      `${join(dataDir, "server.json")}, which holds the database's password, is missing. Restore it, or move ${cluster} away to begin anew.`,
    );
  const aside = `${cluster}.left-${new Date().toISOString().replaceAll(/\D/g, "")}`;
  renameSync(cluster, aside);
  log(
    `A database of an earlier ${dataDir} was found and is kept in ${aside}; delete that when you do not need it.`,
  );
}

/** A cluster that was used and is missing (a disk that is not mounted) is never replaced by an empty one. */
function refuseToReplace({ dataDir, cluster }: Place): void {
  const known = readState(dataDir);
  if (known === null || known.port === 0) return; // None yet, or interrupted while it was created.
  throw new PostgresUnavailable(
    `The database in ${known.elsewhere ?? cluster} is gone. Restore it, or delete ${join(dataDir, "server.json")} to begin anew.`,
  );
}

async function create(place: Place, durable: boolean): Promise<void> {
  const { dataDir, cluster } = place;
  const password = randomBytes(24).toString("base64url");
  const draft = await makeCluster(place, password, durable);
  // Before the move: a cluster without its password would be useless, a password without its cluster is replaced.
  writeState(dataDir, { port: 0, password, ...(cluster === inside(dataDir) ? {} : { elsewhere: cluster }) });
  renameSync(draft, cluster);
  dropDrafts(cluster); // Again: an initdb whose owner was just killed may have created one since.
}

/** Records the port for those who look for the running server. */
export function withPort({ dataDir }: Place, state: State, port: number): State {
  const next = { ...state, port };
  if (port !== state.port) writeState(dataDir, next);
  return next;
}
