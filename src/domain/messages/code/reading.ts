/** A message as the rules read it: folded, marks dropped, single blanks, with a mapping back to the original. */
import { DROPPED, foldUnit, mathDigit } from "./fold.ts";

/** Ten parts of a long SMS hold 1530 characters; codes are in the first sentences or on the last line. */
const HEAD_UNITS = 1600;
const TAIL_UNITS = 400;

const SPACE = 0x20;
const NEWLINE = 0x0a;

/** `folded[i]` was read at `text[at[i]]`; `capitals[i]` is 1 if that is a capital letter. */
export interface Reading {
  text: string;
  folded: string;
  at: Int32Array;
  capitals: Uint8Array;
}

/** A text, and the buffer it is read into. */
interface Page {
  text: string;
  units: Uint16Array;
  at: Int32Array;
  capitals: Uint8Array;
}

/** The result is turned into a string immediately, so one buffer serves all messages. */
const UNITS = new Uint16Array(HEAD_UNITS + TAIL_UNITS + 1);

/** Reads a message of any length in bounded time: beyond the cap only its head and its tail. */
export function read(text: string): Reading {
  const length = Math.min(text.length, HEAD_UNITS + TAIL_UNITS) + 1;
  const page: Page = {
    text,
    units: UNITS,
    at: new Int32Array(length),
    capitals: new Uint8Array(length),
  };
  let size = readPart(page, 0, Math.min(text.length, HEAD_UNITS), 0);
  if (text.length > HEAD_UNITS + TAIL_UNITS) {
    page.units[size] = NEWLINE;
    page.at[size] = HEAD_UNITS;
    size = readPart(page, text.length - TAIL_UNITS, text.length, size + 1);
  } else {
    size = readPart(page, HEAD_UNITS, text.length, size);
  }
  const folded = String.fromCharCode.apply(null, page.units.subarray(0, size) as unknown as number[]);
  return { text, folded, at: page.at, capitals: page.capitals };
}

function readPart({ text, units, at, capitals }: Page, from: number, to: number, start: number): number {
  let size = start;
  for (let i = from; i < to; i++) {
    const found = text.charCodeAt(i);
    if (found === 0xd835 && i + 1 < to && mathDigit(text.charCodeAt(i + 1)) > 0) {
      units[size] = mathDigit(text.charCodeAt(i + 1));
      at[size++] = i++;
      continue;
    }
    const unit = foldUnit(found);
    if (unit === DROPPED) continue;
    if (isRepeatedSpace(unit, size > 0 ? (units[size - 1] as number) : NEWLINE)) continue;
    units[size] = unit;
    if (unit !== found && isUpper(found)) capitals[size] = 1;
    at[size++] = i;
  }
  return size;
}

/** 1 for capitals, 2 for everything else, 0 if not looked up yet. */
const CASES = new Uint8Array(0x10000);

function isUpper(unit: number): boolean {
  const known = CASES[unit] as number;
  if (known !== 0) return known === 1;
  const letter = String.fromCharCode(unit);
  const upper = letter !== letter.toLowerCase();
  CASES[unit] = upper ? 1 : 2;
  return upper;
}

/** Several blanks count as one, and none is needed beside a line end. */
function isRepeatedSpace(unit: number, previous: number): boolean {
  return unit === SPACE && (previous === SPACE || previous === NEWLINE);
}

/** The stretch of the original text that `folded.slice(from, to)` was read from. `to` > `from`. */
export function originalSpan(reading: Reading, from: number, to: number): [number, number] {
  const last = reading.at[to - 1] as number;
  const wide = reading.text.charCodeAt(last) === 0xd835 && reading.text.length > last + 1;
  return [reading.at[from] as number, last + (wide ? 2 : 1)];
}
