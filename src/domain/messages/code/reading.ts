/** A message as the rules read it: folded, marks dropped, white space single, with the way back to the original. */
import { DROPPED, foldUnit, mathDigit } from "./fold.ts";

/** Ten parts of a long SMS hold 1530 characters; codes stand in the first sentences or on the last line. */
const HEAD_UNITS = 1600;
const TAIL_UNITS = 400;

const SPACE = 0x20;
const NEWLINE = 0x0a;

/** `folded[i]` was read at `text[at[i]]`. */
export interface Reading {
  text: string;
  folded: string;
  at: Int32Array;
}

/** Reads a message of any length in bounded time: beyond the cap only its head and its tail. */
export function read(text: string): Reading {
  const at = new Int32Array(Math.min(text.length, HEAD_UNITS + TAIL_UNITS) + 1);
  const units = new Uint16Array(at.length);
  let size = readPart(text, 0, Math.min(text.length, HEAD_UNITS), units, at, 0);
  if (text.length > HEAD_UNITS + TAIL_UNITS) {
    units[size] = NEWLINE;
    at[size] = HEAD_UNITS;
    size = readPart(text, text.length - TAIL_UNITS, text.length, units, at, size + 1);
  } else {
    size = readPart(text, HEAD_UNITS, text.length, units, at, size);
  }
  const folded = String.fromCharCode.apply(null, units.subarray(0, size) as unknown as number[]);
  return { text, folded, at };
}

function readPart(
  text: string,
  from: number,
  to: number,
  units: Uint16Array,
  at: Int32Array,
  start: number,
): number {
  let size = start;
  for (let i = from; i < to; i++) {
    let unit = text.charCodeAt(i);
    if (unit === 0xd835 && i + 1 < to && mathDigit(text.charCodeAt(i + 1)) > 0) {
      units[size] = mathDigit(text.charCodeAt(i + 1));
      at[size++] = i++;
      continue;
    }
    unit = foldUnit(unit);
    if (unit === DROPPED) continue;
    if (isRepeatedSpace(unit, size > 0 ? (units[size - 1] as number) : NEWLINE)) continue;
    units[size] = unit;
    at[size++] = i;
  }
  return size;
}

/** One blank is as good as ten, and none is needed beside a line end. */
function isRepeatedSpace(unit: number, previous: number): boolean {
  return unit === SPACE && (previous === SPACE || previous === NEWLINE);
}

/** The stretch of the original text that `folded.slice(from, to)` was read from. `to` > `from`. */
export function originalSpan(reading: Reading, from: number, to: number): [number, number] {
  const last = reading.at[to - 1] as number;
  const wide = reading.text.charCodeAt(last) === 0xd835 && reading.text.length > last + 1;
  return [reading.at[from] as number, last + (wide ? 2 : 1)];
}
