import { secondsAfter } from "../../../kit/clock.ts";
import type { Deps } from "../../deps.ts";
import { beginning, type Link } from "./link.ts";
import { countUnchained, listChain, listLastAnchors } from "./queries.ts";
import { anchorFaults, faultsOf, patienceSeconds } from "./verify.ts";

export interface RecentReport {
  /** The day (UTC) of the anchor that the proof starts from; null: from the beginning of the log. */
  since: string | null;
  entries: number;
  /** False: only the first of the entries since then were verified, because there are very many. */
  complete: boolean;
  faults: string[];
}

/** Reading and hashing these takes well under a second. */
const mostEntries = 20_000;

/**
 * Proves the newest part of the audit log cheaply: from the anchor of the day before the last one on, at most so many
 * entries. What is older, and whether erasures have their reason, only `verifyChain` proves.
 */
export async function verifyRecent(
  { db, clock }: Pick<Deps, "db" | "clock">,
  most = mostEntries,
): Promise<RecentReport> {
  const anchors = await listLastAnchors(db, 2);
  const start = anchors.length === 2 ? anchors[1] : undefined;
  let head: Pick<Link, "seq" | "hash"> = start ?? beginning;
  const faults: string[] = [];
  const entries = await listChain(db, head.seq, most + 1);
  for (const entry of entries.slice(0, most)) {
    faults.push(...faultsOf(entry, head));
    faults.push(
      ...anchorFaults(
        entry,
        anchors.filter(({ seq }) => seq === entry.seq),
      ),
    );
    head = entry;
  }
  const complete = entries.length <= most;
  const [last] = anchors;
  if (complete && last && last.seq > head.seq)
    faults.push(
      `Entries were removed from the end: on ${last.day} the chain had ${last.seq}, and now it has ${head.seq}.`,
    );
  const waiting = await countUnchained(db, secondsAfter(clock.now(), -patienceSeconds));
  if (waiting > 0) faults.push(`${waiting} entries have not been chained for ten minutes.`);
  return {
    since: start?.day ?? null,
    entries: Math.min(entries.length, most),
    complete,
    faults: faults.slice(0, 10),
  };
}
