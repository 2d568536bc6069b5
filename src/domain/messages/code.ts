/** Finds the one-time code in a message. Pure: no I/O, no dependencies, linear time for every input. */
import type { Analysis } from "./code/analysis.ts";
import { analyse, languageOf } from "./code/analysis.ts";
import { originBoundCode } from "./code/origin.ts";
import type { Reading } from "./code/reading.ts";
import { originalSpan } from "./code/reading.ts";
import { prepareScene } from "./code/scene.ts";
import type { Weighed } from "./code/weigh.ts";
import { weigh } from "./code/weigh.ts";

export interface CodeHints {
  sender?: string;
  /** Slug or name of the service the number was rented for. */
  expectedService?: string;
}

/** `code` as written: `text.slice(span[0], span[1])`. `confidence` from 0 to 1. */
export interface FoundCode {
  code: string;
  confidence: number;
  span: [number, number];
  kind: string;
}

const THRESHOLD = 2;

/** A message read once, for callers that need both its code and its service. */
export type ReadMessage = Analysis;

/** Reads a message once; `findCode` and the service finder accept the result in place of a text. */
export const readMessage: (text: string) => ReadMessage = analyse;

export function findCode(message: string | ReadMessage, hints: CodeHints = {}): FoundCode | null {
  const text = typeof message === "string" ? message : message.text;
  const bound = originBoundCode(text);
  if (bound) return { code: bound.code, confidence: 1, span: bound.span, kind: "origin-bound" };
  const analysis = analyse(message);
  const { reading } = analysis;
  const best = weighAll(analysis, hints)[0];
  if (!best || best.score < THRESHOLD) return null;
  const span = originalSpan(reading, best.candidate.start, best.candidate.end);
  return { code: text.slice(...span), confidence: confidence(best.score), span, kind: best.candidate.kind };
}

/** A candidate with its score and the evidence for and against it, in readable form. */
export interface ExplainedCandidate {
  code: string;
  span: [number, number];
  kind: string;
  score: number;
  reasons: { points: number; text: string }[];
}

/** The same evaluation as `findCode`, with everything that was weighed, best first. */
export function explainCode(
  message: string | ReadMessage,
  hints: CodeHints = {},
): { found: FoundCode | null; threshold: number; candidates: ExplainedCandidate[] } {
  const analysis = analyse(message);
  const candidates = weighAll(analysis, hints).map((weighed) => explain(analysis, weighed));
  return { found: findCode(analysis, hints), threshold: THRESHOLD, candidates };
}

function explain({ reading, heard }: Analysis, { candidate, score, reasons }: Weighed): ExplainedCandidate {
  const span = originalSpan(reading, candidate.start, candidate.end);
  return {
    code: reading.text.slice(...span),
    span,
    kind: candidate.kind,
    score: round(score),
    reasons: reasons.map(({ points, why, word }) => ({
      points: round(points),
      text: word
        ? `${why}: "${reading.text.slice(...originalSpan(reading, word.start, word.end))}" (${languageOf(word, heard().spoken)})`
        : why,
    })),
  };
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}

function weighAll({ reading, heard, candidates, isCapital }: Analysis, hints: CodeHints): Weighed[] {
  if (candidates.length === 0) return [];
  const scene = prepareScene(reading.folded, heard().words, candidates, isCapital);
  const sender = hints.sender?.replace(/\D/g, "") ?? "";
  const expected = namesService(reading, hints.expectedService);
  return scene.candidates
    .map((candidate) => withHints(weigh(scene, candidate), sender, expected))
    .toSorted((a, b) => b.score - a.score);
}

/** The sender's own number is not a code; a message that names the service it was rented for probably holds one. */
function withHints(weighed: Weighed, sender: string, expected: boolean): Weighed {
  if (sender !== "" && weighed.candidate.plain === sender)
    return withReason(weighed, -4, "the sender's own number");
  return expected ? withReason(weighed, 0.6, "names the expected service") : weighed;
}

function withReason(weighed: Weighed, points: number, why: string): Weighed {
  return { ...weighed, score: weighed.score + points, reasons: [...weighed.reasons, { points, why }] };
}

function namesService({ folded }: Reading, service: string | undefined): boolean {
  const name = service?.toLowerCase() ?? "";
  return name.length >= 3 && folded.includes(name);
}

/** The logistic curve: at the threshold one in two, three points above it nineteen in twenty. */
function confidence(score: number): number {
  return Math.round(100 / (1 + Math.exp(THRESHOLD - score))) / 100;
}

/** Native digits to ASCII, everything else kept: for protocols whose clients expect `0-9`. */
export function toAsciiDigits(code: string): string {
  return code.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) as number)));
}

/** Decimal digits come in runs of ten; a run begins at a digit whose predecessor is not a digit. */
function digitValue(point: number): number {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value++;
  return point >= 0x1d7ce && point <= 0x1d7ff ? (point - 0x1d7ce) % 10 : value;
}
