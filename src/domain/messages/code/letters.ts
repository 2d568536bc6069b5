/** Codes of only letters: `MKFSUC`. Most words in capitals are not codes, so the position must support it. */
import type { Candidate } from "./candidate.ts";
import type { Chunk } from "./chunks.ts";
import { isCodeUnit } from "./scripts.ts";

const SHORTEST = 4;
const LONGEST = 8;

/**
 * Right after `code:`, in capitals throughout or alone, and with nothing after it; anywhere else only capitals that
 * cannot form a word.
 */
export function fromLetters(
  folded: string,
  { start, end, letters }: Chunk,
  isCapital: (index: number) => boolean,
  found: Candidate[],
): void {
  if (end - start < SHORTEST || end - start > LONGEST || letters !== end - start) return;
  let capitals = 0;
  for (let i = start; i < end; i++) if (isCapital(i)) capitals++;
  const shouted = capitals === end - start;
  if (!shouted && capitals > 0) return;
  const plain = folded.slice(start, end);
  if (isLabelled(folded, start) && endsThere(folded, end)) {
    if (!shouted && !isLastOfLine(folded, end)) return;
  } else if (!shouted || !isUnspeakable(plain)) return;
  found.push({ kind: "letters", lead: start, start, end, plain });
}

/** `code: MKFSUC`, `code="MKFSUC"`. */
function isLabelled(folded: string, start: number): boolean {
  let i = start - 1;
  if (isOneOf(folded, i, "\"'([")) i--;
  if (folded[i] === " ") i--;
  return isOneOf(folded, i, ":=");
}

function isOneOf(folded: string, i: number, signs: string): boolean {
  return i >= 0 && signs.includes(folded[i] as string);
}

/** `BITTE NIEMALS …` after a colon is shouting, not a code. */
function endsThere(folded: string, end: number): boolean {
  return folded[end] !== " " || !isCodeUnit(folded.charCodeAt(end + 1));
}

function isLastOfLine(folded: string, end: number): boolean {
  const next = folded[end] ?? "\n";
  return next === "\n" || (next === "." && (folded[end + 1] ?? "\n") !== " ");
}

/** Five letters or more with four consonants in a row, or with hardly any vowels. */
export function isUnspeakable(plain: string): boolean {
  return plain.length >= 5 && (/[^aeiouy]{4}/.test(plain) || !/[aeiouy].*[aeiouy]/.test(plain));
}
