import { setImmediate } from "node:timers/promises";

/** A line of a file: what is written there, nothing at all, or the reason why it cannot be read. */
export type Line<T> = { line: number } & ({ written: T } | { isEmpty: true } | { fault: string });

export interface Fault {
  line: number;
  number: string;
  reason: string;
}

export interface Sorted<T> {
  /** Lines with content. */
  read: number;
  good: (T & { line: number })[];
  /** Lines that say nothing. */
  empty: number;
  faults: Fault[];
}

/** After so many lines others get their turn: reading a long file must not hold up codes. */
const linesAtOnce = 500;

/** Reads all lines; `readOne` returns null for a line that says nothing, and a sentence about what is wrong with it. */
export async function sortLines<T extends { number: string }, R extends object>(
  lines: AsyncIterable<Line<T>>,
  readOne: (written: T) => R | null | string,
): Promise<Sorted<R>> {
  const sorted: Sorted<R> = { read: 0, good: [], empty: 0, faults: [] };
  for await (const line of lines) {
    const { line: place } = line;
    if (place % linesAtOnce === 0) await setImmediate();
    if ("isEmpty" in line) {
      sorted.empty++;
      continue;
    }
    sorted.read++;
    const read = "fault" in line ? line.fault : readOne(line.written);
    if (typeof read === "string") {
      const number = "written" in line ? line.written.number.trim().slice(0, 40) : "";
      sorted.faults.push({ line: place, number, reason: read });
    } else if (read === null) sorted.empty++;
    else sorted.good.push({ ...read, line: place });
  }
  return sorted;
}
