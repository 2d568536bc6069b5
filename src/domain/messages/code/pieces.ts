/** One chunk of letters and digits, and the codes it could hold. */
import type { Candidate, Kind } from "./candidate.ts";
import { bare } from "./candidate.ts";
import type { Chunk } from "./chunks.ts";
import { MAX_CHUNK } from "./chunks.ts";
import { fromLetters } from "./letters.ts";
import { otherReading } from "./masks.ts";
import { isDigitUnit } from "./scripts.ts";

const DATE_OR_TIME =
  /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[-/.]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[-/.,]?\d{0,4}|\d{1,2}:\d{2}(?::\d{2})?(?:[ap]m)?|\d{4}-\d{2}|\d{1,2}\/\d{1,4}|\d{1,2}h\d{2}|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[-_:,t]\d{1,2}[:.]\d{2}.*)$/;
const NUMBER = /^\d{1,3}(?:[.,']\d{3})+(?:[.,]\d{1,2})?$|^\d+[.,]\d{1,2}$|^\d+(?:\.\d+){1,3}$/;
/** `5m0s`, `24h0m0s`: how programs print how long a code lives. */
const DURATION = /^(?:\d{1,3}h)?(?:\d{1,3}m)?\d{1,3}s$|^\d{1,3}h\d{1,2}m(?:in)?$/;

/** A folded message, and which of its letters were capitals. */
interface Letters {
  folded: string;
  isCapital: (index: number) => boolean;
}

/** Turns one chunk into candidates, cutting it at characters that separate rather than join. */
export function fromChunk(
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
  if (chunk.digits < size && isOther(folded.slice(chunk.start, chunk.end))) return;
  const letters: Letters = { folded, isCapital };
  let from = chunk.start;
  for (let i = chunk.start; i <= chunk.end; i++) {
    if (i < chunk.end && !separates(folded, i)) continue;
    if (i > from) fromPiece(letters, from, i, found);
    from = i + 1;
  }
}

function isOther(text: string): boolean {
  return (DATE_OR_TIME.test(text) && !PAIRS.test(text)) || NUMBER.test(text) || DURATION.test(text);
}

/** `1234.Please`: cut; `1.50`: not. */
function separates(folded: string, i: number): boolean {
  if (folded[i] !== ".") return false;
  return !(isDigitUnit(folded.charCodeAt(i - 1)) && isDigitUnit(folded.charCodeAt(i + 1)));
}

const DIGITS = /^\d{3,10}$/;
const GROUPED = /^(?:\d{3}-\d{3}|\d{4}-\d{4}|\d{3}-\d{4})$/;
const PAIRS = /^\d{2}-\d{2}-\d{2}$/;
const PREFIXED = /^[a-z]{1,8}-(\d{4,8}|\d{3}-\d{3})$/;
/** `482913-Acme Bank`: the sender signs without a space. */
const SIGNED = /^(\d{4,8})-[a-z]{3,}$/;
const MIXED = /^(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{4,10}$/;
const MIXED_GROUPS = /^[a-z0-9]{3,5}(?:-[a-z0-9]{3,5}){1,2}$/;

function fromPiece({ folded, isCapital }: Letters, start: number, end: number, found: Candidate[]): void {
  const text = folded.slice(start, end);
  if (otherReading(folded, start, end)) return;
  const add = (kind: Kind, from: number, to: number) =>
    found.push({ kind, lead: start, start: from, end: to, plain: bare(folded.slice(from, to)) });
  if (DIGITS.test(text)) {
    add("digits", start, end);
    return;
  }
  if (isOther(text)) return;
  const prefixed = PREFIXED.exec(text);
  const signed = SIGNED.exec(text);
  if (GROUPED.test(text)) add("grouped", start, end);
  else if (PAIRS.test(text)) add("pairs", start, end);
  else if (prefixed) add("prefixed", end - (prefixed[1] as string).length, end);
  else if (signed) add("digits", start, start + (signed[1] as string).length);
  else if (isGlued(text)) addGlued(folded, start, end, found);
  else if (RUN_ON.test(text) && isRunOn({ folded, isCapital }, start, start + text.search(/[a-z]/), end))
    add("digits", start, start + text.search(/[a-z]/));
  else if (MIXED.test(text) || (MIXED_GROUPS.test(text) && /\d/.test(text))) add("alphanumeric", start, end);
}

/** `123456Please keep it`, and especially `123456is …`: words that follow without a space. */
const RUN_ON = /^\d{4,8}[a-z]{2,12}$/;

function isRunOn({ folded, isCapital }: Letters, start: number, letters: number, end: number): boolean {
  if (isCapital(letters)) return !isCapital(end - 1);
  return letters - start === 6 && /^(?:<#>|\[#\])?[\s*]*$/.test(folded.slice(0, start));
}

/** `OTP123456`, `is123456`: digits glued to a keyword or a verb, before or after them. */
const GLUED_BEFORE =
  /^(?:otps?|codes?|pin|tan|kode?|kod|cod|codigo|mfa|tac|is|es|est|ist|e|la|adalah|enter|use|your|code?is)(\d{4,8})$/;
const GLUED_BEHIND =
  /^(\d{4,8})(?:is|es|est|ist|er|ar|e|je|jest|to|este|on|ir|yra|adalah|ialah|la|ay|ang|ni|som|is?your|your|as|for|para|pour|fur|voor|ile)$/;

function isGlued(text: string): boolean {
  return GLUED_BEFORE.test(text) || GLUED_BEHIND.test(text);
}

function addGlued(folded: string, start: number, end: number, found: Candidate[]): void {
  const text = folded.slice(start, end);
  const before = GLUED_BEFORE.exec(text);
  const digits = (before ?? GLUED_BEHIND.exec(text))?.[1] as string;
  const from = before ? end - digits.length : start;
  found.push({ kind: "digits", lead: start, start: from, end: from + digits.length, plain: digits });
}
