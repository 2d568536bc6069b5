import { reportLink } from "../../domain/lines/change-line.ts";
import type { LinkState } from "../../domain/sources/links/link.ts";
import { secondsAfter, type Clock } from "../../kit/clock.ts";
import type { Db } from "../../kit/db.ts";

/** Connections end now and then; a link without one for longer than this is down. */
const patienceSeconds = 60;

/** It is told again after this: an operator may have said something else since. */
const againSeconds = 60;

interface Told {
  isUp: boolean | null;
  at: Date;
  unboundSince: Date | null;
}

/** How each link is that this process holds. */
export type HeldLinks = readonly (LinkState & { sourceId: number })[];

/**
 * Opens a reporter, which tells the lines of each link that they are up, or down for a minute, when that has changed and every minute:
 * numbers that are heard through a link alone are not sold while it is down (domain/lines). What it said about a link
 * that another process has taken over is forgotten, because that process says something else.
 */
export function openReports({ db, clock }: { db: Db; clock: Clock }): (links: HeldLinks) => Promise<void> {
  let told = new Map<number, Told>();

  async function report({ sourceId, boundSince, lastError }: HeldLinks[number]): Promise<void> {
    const at = clock.now();
    const before = told.get(sourceId) ?? { isUp: null, at, unboundSince: null };
    const isUp = boundSince !== null;
    const unboundSince = isUp ? null : (before.unboundSince ?? at);
    const isCertain = isUp || secondsAfter(unboundSince as Date, patienceSeconds) <= at;
    told.set(sourceId, { ...before, unboundSince });
    const isTold = before.isUp === isUp && secondsAfter(before.at, againSeconds) > at;
    if (!isCertain || isTold) return;
    const fault = isUp ? null : (lastError ?? "There is no connection.");
    await reportLink({ db, clock }, { sourceId, line: null, fault });
    told.set(sourceId, { isUp, at, unboundSince });
  }

  return async (links) => {
    const held = new Set(links.map(({ sourceId }) => sourceId));
    told = new Map([...told].filter(([sourceId]) => held.has(sourceId)));
    await Promise.all(links.map(report));
  };
}
