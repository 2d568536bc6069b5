import { reportLink } from "../../../domain/lines/change-line.ts";
import type { LinkState } from "../../../domain/sources/links/link.ts";
import { secondsAfter, type Clock } from "../../../kit/clock.ts";
import type { Db } from "../../../kit/db.ts";

/** Carriers end sessions now and then; a link that is not bound for longer than this is down. */
const patienceSeconds = 60;

interface Told {
  isUp: boolean | null;
  unboundSince: Date | null;
}

export interface LinkReports {
  /** Tells the link's line that it is up, or down for a minute, when that has changed. */
  report(sourceId: number, state: LinkState): Promise<void>;
}

/** Numbers that are heard through a link alone are not sold while it is down (domain/lines). */
export function openReports({ db, clock }: { db: Db; clock: Clock }): LinkReports {
  const told = new Map<number, Told>();
  return {
    async report(sourceId, { boundSince, lastError }) {
      const at = clock.now();
      const before = told.get(sourceId) ?? { isUp: null, unboundSince: null };
      const isUp = boundSince !== null;
      const unboundSince = isUp ? null : (before.unboundSince ?? at);
      const isCertain = isUp || secondsAfter(unboundSince as Date, patienceSeconds) <= at;
      told.set(sourceId, { isUp: before.isUp, unboundSince });
      if (!isCertain || before.isUp === isUp) return;
      await reportLink(
        { db, clock },
        { sourceId, name: "", fault: isUp ? null : (lastError ?? "It is not bound.") },
      );
      told.set(sourceId, { isUp, unboundSince });
    },
  };
}
