/** What could be a code by its shape, and what is plainly something else. */
import type { Chunk } from "./chunks.ts";
import { MAX_CHUNK, findChunks } from "./chunks.ts";
import { isDigitUnit } from "./scripts.ts";
import { otherReading } from "./masks.ts";

/**
 * - `digits`: `1234` … · `grouped`: `123 456`, `123-456` · `prefixed`: the digits of `G-123456`, `RAHI - 067342`
 * - `alphanumeric`: `RGU1BG`, `AB1-CD2` · `letters`: `MIFSUC` · `spaced`: `a u 8 k u f`, `1 2 3 4`
 */
export type Kind = "digits" | "grouped" | "prefixed" | "alphanumeric" | "letters" | "spaced";

/** `folded.slice(start, end)` might be the code. */
export interface Candidate {
  kind: Kind;
  start: number;
  end: number;
  /** Characters without separators, to recognize repeats. */
  plain: string;
}

/** More numbers than this are a table, not a message; the first and the last of them are kept. */
const MAX_CANDIDATES = 48;

export function findCandidates(folded: string, humps: (index: number) => boolean): Candidate[] {
  const chunks = findChunks(folded);
  const found: Candidate[] = [];
  for (let i = 0; i < chunks.length; i++) {
    const joined = spacedRun(folded, chunks, i) ?? spacedGroups(folded, chunks, i);
    if (joined) {
      if (joined.candidate) found.push(joined.candidate);
      i += joined.chunks - 1;
    } else fromChunk(folded, chunks[i] as Chunk, humps, found);
  }
  return found.length <= MAX_CANDIDATES ? found : [...found.slice(0, 36), ...found.slice(-12)];
}

/** `candidate` is null for a run of groups that is a phone number or a meter's token. */
interface Joined {
  candidate: Candidate | null;
  chunks: number;
}

/** `a u 8 k u f`: four to ten single characters, one blank apart (Austrian mobile signature). */
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
  if (count < 4 || count > 10 || digits === 0) return null;
  const start = (chunks[first] as Chunk).start;
  const end = (chunks[last - 1] as Chunk).end;
  return { candidate: { kind: "spaced", start, end, plain: bare(folded.slice(start, end)) }, chunks: count };
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
    candidate: { kind: "grouped", start, end, plain: bare(folded.slice(start, end)) },
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
  humps: (index: number) => boolean,
  found: Candidate[],
): void {
  const size = chunk.end - chunk.start;
  if (chunk.path || size > MAX_CHUNK) return;
  if (chunk.digits === 0) {
    fromLetters(folded, chunk, humps, found);
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

/** `code:1234`, `OTP=1234`, `1234.Please`, `1234,valid`: cut; `12:30`, `1,234`, `1.50`: not. */
function separates(folded: string, i: number): boolean {
  const sign = folded[i] as string;
  if (sign === "=" || sign === "&" || sign === "#") return true;
  if (sign !== ":" && sign !== "." && sign !== "," && sign !== "'") return false;
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
    found.push({ kind, start: from, end: to, plain: bare(folded.slice(from, to)) });
  const prefixed = PREFIXED.exec(text);
  if (DIGITS.test(text)) add("digits", start, end);
  else if (GROUPED.test(text)) add("grouped", start, end);
  else if (prefixed) add("prefixed", end - (prefixed[1] as string).length, end);
  else if (MIXED.test(text)) gluedOrMixed(folded, start, end, found);
  else if (MIXED_GROUPS.test(text) && /\d/.test(text)) add("alphanumeric", start, end);
}

/** `OTP123456`, `รหัสคือ482913nx`: digits behind a word of four letters at most are a code glued to a keyword. */
const GLUED = /^(otps?|codes?|pin|tan|is|kode?|mfa|tac)(\d{4,8})$/;

function gluedOrMixed(folded: string, start: number, end: number, found: Candidate[]): void {
  const text = folded.slice(start, end);
  const glued = GLUED.exec(text);
  const from = glued ? start + (glued[1] as string).length : start;
  found.push({ kind: glued ? "digits" : "alphanumeric", start: from, end, plain: text.slice(from - start) });
}

/** Letters alone can only be a code in capitals or right after `code:`; the weighing demands that. */
function fromLetters(
  folded: string,
  chunk: Chunk,
  humps: (index: number) => boolean,
  found: Candidate[],
): void {
  const size = chunk.end - chunk.start;
  if (size < 4 || size > 8 || chunk.letters !== size) return;
  if (!/[:=]\s?["'([]?$/.test(folded.slice(Math.max(0, chunk.start - 4), chunk.start))) return;
  if (!humps(chunk.start) && !isLoneWord(folded, chunk)) return;
  found.push({ kind: "letters", ...chunk, plain: folded.slice(chunk.start, chunk.end) });
}

function isLoneWord(folded: string, chunk: Chunk): boolean {
  const next = folded[chunk.end] ?? "\n";
  return next === "\n" || (next === "." && (folded[chunk.end + 1] ?? "\n") !== " ");
}
