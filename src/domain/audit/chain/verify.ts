import { secondsAfter } from "../../../kit/clock.ts";
import type { Deps } from "../../deps.ts";
import { beginning, commit, linkAfter, sumOfErased, type Link } from "./link.ts";
import { countUnchained, listAnchors, listChain, type Anchor, type LinkedEntry } from "./queries.ts";

export interface ChainReport {
  /** How many entries are chained. */
  entries: number;
  /** Entries from which addresses were erased, because their account was closed. */
  erased: number;
  /** How many anchors were compared, those of the database and those given. */
  anchors: number;
  /** In sentences; empty if nothing was changed. At most a hundred. */
  faults: string[];
}

const mostFaults = 100;
const pageSize = 5000;
/** An entry that waits longer to be chained means that the job does not run. */
export const patienceSeconds = 600;

/**
 * Proves that no entry of the audit log was changed, removed, added or moved since it was chained, and that the chain
 * is the one whose anchors are known. `anchors`: those kept outside the database, which alone show that everything
 * was rewritten.
 */
export async function verifyChain(
  { db, clock }: Pick<Deps, "db" | "clock">,
  anchors: readonly Anchor[],
): Promise<ChainReport> {
  const all = [...(await listAnchors(db)), ...anchors];
  const anchored = Map.groupBy(all, ({ seq }) => seq);
  const faults: string[] = [];
  let head: Pick<Link, "seq" | "hash"> = beginning;
  const erasures = new Map<number, number[]>();
  const closings = new Map<number, string>();
  for (;;) {
    const page = await listChain(db, head.seq, pageSize);
    for (const entry of page) {
      if (faults.length < mostFaults)
        faults.push(...faultsOf(entry, head), ...anchorFaults(entry, anchored.get(entry.seq) ?? []));
      if (entry.action === "account.close") closings.set(entry.id, entry.detail);
      if (entry.erasedBy !== null) noteErasure(erasures, entry.erasedBy, entry.id);
      head = { seq: entry.seq, hash: entry.hash };
    }
    if (page.length < pageSize) break;
  }
  for (const { day, seq } of all.filter((anchor) => anchor.seq > head.seq))
    faults.push(
      `Entries were removed from the end: on ${day} the chain had ${seq}, and now it has ${head.seq}.`,
    );
  const waiting = await countUnchained(db, secondsAfter(clock.now(), -patienceSeconds));
  if (waiting > 0)
    faults.push(
      `${waiting} ${waiting === 1 ? "entry has" : "entries have"} not been chained for ten minutes.`,
    );
  faults.push(...erasureFaults(erasures, closings));
  const erased = erasures.values().reduce((sum, ids) => sum + ids.length, 0);
  return { entries: head.seq, erased, anchors: all.length, faults: faults.slice(0, mostFaults) };
}

function noteErasure(erasures: Map<number, number[]>, closing: number, id: number): void {
  const ids = erasures.get(closing);
  if (ids) ids.push(id);
  else erasures.set(closing, [id]);
}

/** What is wrong with an entry, given the one before it. */
export function faultsOf(entry: LinkedEntry, previous: Pick<Link, "seq" | "hash">): string[] {
  const named = `entry ${entry.id} (${entry.action} of ${entry.at})`;
  if (entry.seq !== previous.seq + 1)
    return [`Entries were removed before ${named}: ${entry.seq - previous.seq - 1} of them.`];
  if (entry.salt !== null && !commit(entry.salt, entry).equals(entry.commitment))
    return [`The actor or the detail of ${named} was changed.`];
  if (!linkAfter(previous, entry, entry.commitment).hash.equals(entry.hash))
    return [`Something of ${named} was changed, or it is in another's place.`];
  return [];
}

/** Addresses may only be gone from the entries that the closing of an account names. */
function erasureFaults(erasures: Map<number, number[]>, closings: Map<number, string>): string[] {
  return [...erasures].flatMap(([closing, ids]) => {
    const said = JSON.parse(closings.get(closing) ?? "{}") as { erasedSum?: string };
    if (said.erasedSum === sumOfErased(ids).erasedSum) return [];
    return [
      `Particulars were erased that no closing of an account names: of entries ${ids.slice(0, 10).join(", ")}.`,
    ];
  });
}

export const anchorFaults = ({ hash }: LinkedEntry, anchors: Anchor[]): string[] =>
  anchors
    .filter((anchor) => !anchor.hash.equals(hash))
    .map(
      ({ day, seq }) => `The log was rewritten after ${day}: entry ${seq} of the chain is not what it was.`,
    );
