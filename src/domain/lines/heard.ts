import { secondsAfter } from "../../kit/clock.ts";
import type { Deps } from "../deps.ts";
import { longestName } from "./line.ts";
import { writeFaults, writeHeard, type HeardLine, type HeardNumber, type SourceFault } from "./sql.ts";

/** A message that was received from outside. */
export interface HeardMessage {
  sourceId: number;
  /** The source's name for its line, if it has several. */
  line?: string;
  /** The number it was for, without a plus. */
  number: string;
  /** By the network's clock. */
  sentAt?: Date;
  /** Its zone is known, so that hours are a delay. */
  timeHasZone?: boolean;
}

/** Notes what lines hear; costs no query until it is written. A crash loses seconds of statistics, no message. */
export interface Heard {
  note(message: HeardMessage): void;
  /** A call of a source that could not be used, in one sentence. */
  noteFault(sourceId: number, fault: string): void;
  /** Writes what was heard since the last time: the lines, their figures, and the numbers heard through them. */
  flush(): Promise<void>;
}

const bucketMinutes = 10;
/** Numbers that are noted between two writes; others are noted the next time they are heard. */
const mostNumbers = 20_000;
const mostLines = 5_000;
const longestFault = 300;
const daySeconds = 86_400;
/** Zones differ by at least this: what is later may be on time, in another zone. */
const zoneSeconds = 900;

interface Noted {
  lines: Map<string, HeardLine>;
  numbers: Map<string, HeardNumber>;
  faults: Map<number, SourceFault>;
}

const nothing = (): Noted => ({ lines: new Map(), numbers: new Map(), faults: new Map() });

export function openHeard({ db, clock }: Pick<Deps, "db" | "clock">): Heard {
  let noted = nothing();
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const now = noted;
    noted = nothing();
    try {
      const heard = { lines: [...now.lines.values()], numbers: [...now.numbers.values()] };
      if (heard.lines.length > 0) await db.transaction((tx) => writeHeard(tx, heard));
      now.lines.clear();
      now.numbers.clear();
      if (now.faults.size > 0) await writeFaults(db, [...now.faults.values()]);
    } catch (error) {
      noted = together(now, noted); // It is written the next time.
      throw error;
    }
  }

  return {
    note({ sourceId, line = "", number, sentAt, timeHasZone }) {
      const at = clock.now();
      const name = line.slice(0, longestName);
      const lagMs = sentAt && lagOf(sentAt, at, timeHasZone ? daySeconds : zoneSeconds);
      const times = { timed: lagMs === undefined ? 0 : 1, lagMs: lagMs ?? 0, longestLagMs: lagMs ?? 0 };
      addLine(noted, { sourceId, name, at, fromAt: bucketOf(at), messages: 1, ...times });
      addNumber(noted, { sourceId, name, number, at });
    },
    noteFault(sourceId, fault) {
      noted.faults.set(sourceId, {
        sourceId,
        fault: fault.replaceAll("\0", "").slice(0, longestFault).toWellFormed(),
        at: clock.now(),
      });
    },
    /** Writes in turn: whoever waits for it knows that all that was noted before is written. */
    flush: () => (writing = writing.catch(() => {}).then(write)),
  };
}

function addLine({ lines }: Noted, heard: HeardLine): void {
  const key = `${heard.sourceId} ${heard.fromAt.getTime()} ${heard.name}`;
  const known = lines.get(key);
  if (!known) {
    if (lines.size < mostLines) lines.set(key, { ...heard });
    return;
  }
  known.at = heard.at;
  known.messages += heard.messages;
  known.timed += heard.timed;
  known.lagMs += heard.lagMs;
  known.longestLagMs = Math.max(known.longestLagMs, heard.longestLagMs);
}

function addNumber({ numbers }: Noted, heard: HeardNumber): void {
  const key = `${heard.sourceId} ${heard.number}`;
  if (numbers.size < mostNumbers || numbers.has(key)) numbers.set(key, heard);
}

/** What was noted before, and then since. */
function together(before: Noted, since: Noted): Noted {
  for (const line of since.lines.values()) addLine(before, line);
  for (const number of since.numbers.values()) addNumber(before, number);
  return { ...before, faults: new Map([...before.faults, ...since.faults]) };
}

const bucketOf = (at: Date): Date => {
  const ms = bucketMinutes * 60_000;
  return new Date(Math.floor(at.getTime() / ms) * ms);
};

/** A clock may be a little ahead of ours; times that are far off say nothing about the line. */
const lagOf = (sentAt: Date, at: Date, mostSeconds: number): number | undefined =>
  sentAt > secondsAfter(at, -mostSeconds) && sentAt < secondsAfter(at, 60)
    ? Math.max(0, at.getTime() - sentAt.getTime())
    : undefined;
