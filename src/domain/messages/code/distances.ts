/** How far apart two positions of a message are: strange letters in between, and ends of sentences. */
import { CYRILLIC, DIGIT, GREEK, LATIN, NONE, UNSPACED, scriptOf } from "./scripts.ts";

/** Sums up to each position; the difference of two is the distance. */
export interface Distances {
  /** Letters that belong to no word of the vocabulary, weighted by how much a letter of its script says. */
  strange: Int32Array;
  breaks: Int32Array;
}

/**
 * One sentence end counts this much in `breaks`; a line end, which often separates a label from its code, counts
 * half.
 */
export const SENTENCE = 2;
const LINE = 1;

/** `neutral[i]` is 1 if a letter separates nothing; `isCapital(i)` where the original has a capital letter. */
export function measure(
  folded: string,
  neutral: Uint8Array,
  isCapital: (index: number) => boolean,
): Distances & { letters: number } {
  const strange = new Int32Array(folded.length + 1);
  const breaks = new Int32Array(folded.length + 1);
  let letters = 0;
  let strangers = 0;
  let ends = 0;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    const script = scriptOf(unit);
    if (script !== NONE) {
      letters++;
      if (neutral[i] === 0) strangers += script === UNSPACED ? 3 : script === DIGIT ? 1 : 2;
    } else if (unit === DOT) ends += dotAt(folded, i, isCapital);
    else ends += BREAKS[unit] as number;
    strange[i + 1] = strangers;
    breaks[i + 1] = ends;
  }
  return { strange, breaks, letters };
}

const BREAKS = new Uint8Array(0x10000);
for (const sign of "。！？།።။។।۔؟!?;") BREAKS[sign.charCodeAt(0)] = SENTENCE;
BREAKS[0x0a] = LINE;
const DOT = 0x2e;
const BLANK = 0x20;

function dotAt(folded: string, i: number, isCapital: (index: number) => boolean): number {
  if (scriptOf(folded.charCodeAt(i - 1)) === NONE || isMask(folded, i) || isInitial(folded, i, isCapital))
    return 0;
  const next = folded.charCodeAt(i + 1) === BLANK ? i + 2 : i + 1;
  const script = scriptOf(folded.charCodeAt(next));
  // `Rs. 250`, `No. 4471`, `2500 руб. на карту`: dots of abbreviations; `lark.co.th`: dots of a name.
  if (script === DIGIT) return next === i + 1 || isShortWord(folded, i) ? 0 : SENTENCE;
  const cased = script === LATIN || script === CYRILLIC || script === GREEK;
  if (cased && !isCapital(next)) return 0;
  return next === i + 1 && script !== NONE ? LINE : SENTENCE; // `0255.Please`, `LARK.CO.TH`: either.
}

/** `DE..4471`, `11...4471`: dots for the omitted part of a number. */
function isMask(folded: string, i: number): boolean {
  let end = i + 1;
  while (folded.charCodeAt(end) === DOT) end++;
  return end > i + 1 && scriptOf(folded.charCodeAt(end)) === DIGIT;
}

/** `M. Rossi`: a single capital is an initial. */
function isInitial(folded: string, i: number, isCapital: (index: number) => boolean): boolean {
  return (
    isCapital(i - 1) && scriptOf(folded.charCodeAt(i - 2)) === NONE && folded.charCodeAt(i + 1) === BLANK
  );
}

function isShortWord(folded: string, end: number): boolean {
  for (let i = end - 1; i >= end - 4; i--) {
    const script = scriptOf(folded.charCodeAt(i));
    if (script === NONE) return true;
    if (script === DIGIT) return false;
  }
  return false;
}

export function strangeBetween({ strange }: Distances, from: number, to: number): number {
  return (strange[to] as number) - (strange[from] as number);
}

export function breaksBetween({ breaks }: Distances, from: number, to: number): number {
  return (breaks[to] as number) - (breaks[from] as number);
}
