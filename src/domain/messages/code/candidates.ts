/** What could be a code by its shape, and what is plainly something else. */
import type { Chunk } from "./chunks.ts";
import { MAX_CHUNK, findChunks } from "./chunks.ts";
import { isCodeUnit, isDigitUnit } from "./scripts.ts";
import { otherReading } from "./masks.ts";

/**
 * - `digits`: `1234` … · `grouped`: `123 456`, `123-456` · `prefixed`: the digits of `G-123456`, `LARK-551904`
 * - `alphanumeric`: `QK5WR`, `AB1-CD2` · `letters`: `MKFSUC` · `spaced`: `k 4 t w 9 e`, `1 2 3 4`
 */
export type Kind = "digits" | "grouped" | "prefixed" | "alphanumeric" | "letters" | "spaced";

/** `folded.slice(start, end)` might be the code; `lead` is where its prefix (`G-`) starts, else `start`. */
export interface Candidate {
  kind: Kind;
  lead: number;
  start: number;
  end: number;
  /** Characters without separators, to recognize repeats. */
  plain: string;
}

/** More numbers than this are a table, not a message; the first and the last of them are kept. */
const MAX_CANDIDATES = 32;

export function findCandidates(folded: string, isCapital: (index: number) => boolean): Candidate[] {
  const chunks = findChunks(folded);
  const found: Candidate[] = [];
  for (let i = 0; i < chunks.length; i++) {
    const joined = spacedRun(folded, chunks, i) ?? spacedGroups(folded, chunks, i);
    if (joined) {
      if (joined.candidate) found.push(joined.candidate);
      i += joined.chunks - 1;
    } else fromChunk(folded, chunks[i] as Chunk, isCapital, found);
  }
  return found.length <= MAX_CANDIDATES ? found : [...found.slice(0, 24), ...found.slice(-8)];
}

/** `candidate` is null for a run of groups that is a phone number or a meter's token. */
interface Joined {
  candidate: Candidate | null;
  chunks: number;
}

/** `k 4 t w 9 e`: four to ten single characters, one blank apart (Austrian mobile signature). */
function spacedRun(folded: string, chunks: readonly Chunk[], first: number): Joined | null {
  let last = first;
  let digits = 0;
  for (; last < chunks.length; last++) {
    const chunk = chunks[last] as Chunk;
    if (chunk.end - chunk.start !== 1) break;
    if (last > first && !isBlankBetween(folded, chunks[last - 1] as Chunk, chunk)) break;
    digits += chunk.digits;
  }
  const count = last - first;
  if (count > 10) return { candidate: null, chunks: count };
  if (count < 4 || digits === 0) return null;
  const start = (chunks[first] as Chunk).start;
  const end = (chunks[last - 1] as Chunk).end;
  return {
    candidate: { kind: "spaced", lead: start, start, end, plain: bare(folded.slice(start, end)) },
    chunks: count,
  };
}

/** `123 456`, `1234 5678`, `12 34 56`: equal groups, with no further group beside them (that is a phone number). */
function spacedGroups(folded: string, chunks: readonly Chunk[], first: number): Joined | null {
  const size = pureSize(chunks[first]);
  if (size < 2 || size > 4) return null;
  let last = first + 1;
  while (
    last < chunks.length &&
    pureSize(chunks[last]) > 0 &&
    isBlankBetween(folded, chunks[last - 1] as Chunk, chunks[last] as Chunk)
  )
    last++;
  const group = chunks.slice(first, last);
  const wanted = size === 2 ? 3 : 2;
  if (group.length < 2) return null;
  const start = (group[0] as Chunk).start;
  const end = (group.at(-1) as Chunk).end;
  if (group.length !== wanted || group.some((c) => pureSize(c) !== size)) {
    return group.length > 2 ? { candidate: null, chunks: group.length } : null;
  }
  if (otherReading(folded, start, end)) return null;
  return {
    candidate: { kind: "grouped", lead: start, start, end, plain: bare(folded.slice(start, end)) },
    chunks: group.length,
  };
}

function pureSize(chunk: Chunk | undefined): number {
  return chunk && !chunk.path && chunk.digits === chunk.end - chunk.start ? chunk.digits : 0;
}

function isBlankBetween(folded: string, left: Chunk, right: Chunk): boolean {
  return right.start - left.end === 1 && folded[left.end] === " ";
}

function bare(text: string): string {
  return text.replace(/[^a-z0-9]/g, "");
}

const DATE_OR_TIME =
  /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[-/.]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[-/.,]?\d{0,4}|\d{1,2}:\d{2}(?::\d{2})?(?:[ap]m)?|\d{4}-\d{2}|\d{1,2}\/\d{1,4}|\d{1,2}h\d{2}|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[-_:,t]\d{1,2}[:.]\d{2}.*)$/;
const NUMBER = /^\d{1,3}(?:[.,']\d{3})+(?:[.,]\d{1,2})?$|^\d+[.,]\d{1,2}$|^\d+(?:\.\d+){1,3}$/;

/** Turns one chunk into candidates, cutting it where a sign separates rather than ties. */
function fromChunk(
  folded: string,
  chunk: Chunk,
  isCapital: (index: number) => boolean,
  found: Candidate[],
): void {
  const size = chunk.end - chunk.start;
  if (chunk.path || size > MAX_CHUNK) return;
  if (chunk.digits === 0) {
    fromLetters(folded, chunk, isCapital, found);
    return;
  }
  const text = folded.slice(chunk.start, chunk.end);
  if (DATE_OR_TIME.test(text) || NUMBER.test(text)) return;
  let from = chunk.start;
  for (let i = chunk.start; i <= chunk.end; i++) {
    if (i < chunk.end && !separates(folded, i)) continue;
    if (i > from) fromPiece(folded, from, i, found);
    from = i + 1;
  }
}

/** `1234.Please`: cut; `1.50`: not. */
function separates(folded: string, i: number): boolean {
  if (folded[i] !== ".") return false;
  return !(isDigitUnit(folded.charCodeAt(i - 1)) && isDigitUnit(folded.charCodeAt(i + 1)));
}

const DIGITS = /^\d{3,10}$/;
const GROUPED = /^(?:\d{3}-\d{3}|\d{4}-\d{4}|\d{2}-\d{2}-\d{2}|\d{3}-\d{4})$/;
const PREFIXED = /^[a-z]{1,8}-(\d{4,8}|\d{3}-\d{3})$/;
const MIXED = /^(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{4,10}$/;
const MIXED_GROUPS = /^[a-z0-9]{3,4}-[a-z0-9]{3,4}$/;

function fromPiece(folded: string, start: number, end: number, found: Candidate[]): void {
  const text = folded.slice(start, end);
  if (DATE_OR_TIME.test(text) || NUMBER.test(text) || otherReading(folded, start, end)) return;
  const add = (kind: Kind, from: number, to: number) =>
    found.push({ kind, lead: start, start: from, end: to, plain: bare(folded.slice(from, to)) });
  const prefixed = PREFIXED.exec(text);
  if (DIGITS.test(text)) add("digits", start, end);
  else if (GROUPED.test(text)) add("grouped", start, end);
  else if (prefixed) add("prefixed", end - (prefixed[1] as string).length, end);
  else if (MIXED.test(text)) gluedOrMixed(folded, start, end, found);
  else if (MIXED_GROUPS.test(text) && /\d/.test(text)) add("alphanumeric", start, end);
}

/** `OTP123456`, `is123456`: digits glued to a keyword or a verb. */
const GLUED = /^(otps?|codes?|pin|tan|kode?|kod|mfa|tac|is|es|est|enter|use)(\d{4,8})$/;

function gluedOrMixed(folded: string, start: number, end: number, found: Candidate[]): void {
  const text = folded.slice(start, end);
  const glued = GLUED.exec(text);
  const from = glued ? start + (glued[1] as string).length : start;
  const kind = glued ? "digits" : "alphanumeric";
  found.push({ kind, lead: start, start: from, end, plain: text.slice(from - start) });
}

/** Letters alone can only be a code right after `code:`, in capitals throughout or alone, and with nothing behind. */
function fromLetters(
  folded: string,
  chunk: Chunk,
  isCapital: (index: number) => boolean,
  found: Candidate[],
): void {
  const { start, end } = chunk;
  if (end - start < 4 || end - start > 8 || chunk.letters !== end - start) return;
  if (!/[:=]\s?["'([]?$/.test(folded.slice(Math.max(0, start - 4), start)) || !endsThere(folded, end)) return;
  let capitals = 0;
  for (let i = start; i < end; i++) if (isCapital(i)) capitals++;
  if (capitals !== end - start && (capitals > 0 || !isLastOfLine(folded, end))) return;
  found.push({ kind: "letters", lead: start, start, end, plain: folded.slice(start, end) });
}

/** `BITTE NIEMALS …` after a colon is shouting, not a code. */
function endsThere(folded: string, end: number): boolean {
  return folded[end] !== " " || !isCodeUnit(folded.charCodeAt(end + 1));
}

function isLastOfLine(folded: string, end: number): boolean {
  const next = folded[end] ?? "\n";
  return next === "\n" || (next === "." && (folded[end + 1] ?? "\n") !== " ");
}
