import type { Deps } from "../../deps.ts";
import type { SourceByToken } from "../source.ts";
import type { LinkState } from "./link.ts";
import { extendLeases, endLeases } from "./sql.ts";

/** How long a process that is silent keeps its links. Others look every two seconds, so a link is down for less than 15 s. */
export const leaseSeconds = 9;

export interface Holding {
  /** The process; new at every start. */
  owner: string;
  /** The kinds of source that are links. */
  kinds: string[];
  /** How its links are now. */
  states: (LinkState & { sourceId: number })[];
}

/**
 * Extends the leases of this process's links, and takes over those that nobody holds; returns all that it holds now, for
 * `leaseSeconds` from the call. By the database's clock, which is the same for all processes.
 */
export const holdLinks = ({ db }: Pick<Deps, "db">, holding: Holding): Promise<SourceByToken[]> =>
  db.transaction((tx) => extendLeases(tx, holding, leaseSeconds));

/** Lets go of everything that this process holds: others may take it at once. */
export const releaseLinks = ({ db }: Pick<Deps, "db">, owner: string): Promise<void> =>
  db.transaction((tx) => endLeases(tx, owner));
