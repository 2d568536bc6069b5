import { secondsAfter } from "../../kit/clock.ts";
import type { Deps } from "../deps.ts";
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
}

/** Notes what lines hear; costs no query until it is written. A crash loses seconds of statistics, no message. */
export interface Heard {
  note(message: HeardMessage): void;
  /** A call of a source that could not be used, in one sentence. */
  noteFault(sourceId: number, fault: string): void;
  /** Writes what was heard since the last time: the lines, their figures, and the numbers heard through them. */
  flush(): Promise<void>;
}

export const bucketMinutes = 10;
/** Numbers that are noted between two writes; others are noted the next time they are heard. */
const mostNumbers = 20_000;
const mostLines = 5_000;
const longestName = 100;
const longestFault = 300;
const daySeconds = 86_400;

export function openHeard({ db, clock }: Pick<Deps, "db" | "clock">): Heard {
  let lines = new Map<string, HeardLine>();
  let numbers = new Map<string, HeardNumber>();
  let faults = new Map<number, SourceFault>();

  const lineOf = (sourceId: number, name: string, at: Date): HeardLine | undefined => {
    const fromAt = bucketOf(at);
    const key = `${sourceId} ${fromAt.getTime()} ${name}`;
    const known = lines.get(key);
    if (known || lines.size >= mostLines) return known;
    const line = { sourceId, name, at, fromAt, messages: 0, timed: 0, lagMs: 0, longestLagMs: 0 };
    lines.set(key, line);
    return line;
  };

  return {
    note({ sourceId, line: named = "", number, sentAt }) {
      const at = clock.now();
      const name = named.slice(0, longestName);
      const line = lineOf(sourceId, name, at);
      if (!line) return;
      line.at = at;
      line.messages++;
      const lagMs = sentAt && lagOf(sentAt, at);
      if (lagMs !== undefined) {
        line.timed++;
        line.lagMs += lagMs;
        line.longestLagMs = Math.max(line.longestLagMs, lagMs);
      }
      const key = `${sourceId} ${number}`;
      if (numbers.size < mostNumbers || numbers.has(key)) numbers.set(key, { sourceId, name, number, at });
    },
    noteFault(sourceId, fault) {
      faults.set(sourceId, { sourceId, fault: fault.slice(0, longestFault).toWellFormed(), at: clock.now() });
    },
    async flush() {
      const heard = { lines: [...lines.values()], numbers: [...numbers.values()] };
      const failed = [...faults.values()];
      lines = new Map();
      numbers = new Map();
      faults = new Map();
      if (heard.lines.length > 0) await db.transaction((tx) => writeHeard(tx, heard));
      if (failed.length > 0) await writeFaults(db, failed);
    },
  };
}

const bucketOf = (at: Date): Date => {
  const ms = bucketMinutes * 60_000;
  return new Date(Math.floor(at.getTime() / ms) * ms);
};

/** A clock that goes ahead of ours by little is right; times that are far off say nothing about the line. */
const lagOf = (sentAt: Date, at: Date): number | undefined =>
  sentAt > secondsAfter(at, -daySeconds) && sentAt < secondsAfter(at, 60)
    ? Math.max(0, at.getTime() - sentAt.getTime())
    : undefined;
