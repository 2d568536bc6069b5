/** Weighs one candidate: its shape, the words that announce or claim it, and the mood of the message. */
import type { Announcement } from "./announce.ts";
import { announcementOf, gapOf } from "./announce.ts";
import type { Candidate, Kind } from "./candidates.ts";
import { addClaims } from "./claims.ts";
import type { Word } from "./lexicon.ts";
import { isAmountOrCount, isMaskedNumber, randomness } from "./masks.ts";
import type { Scene } from "./scene.ts";

/** One piece of evidence. `word` is the word of the message it rests on, if any. */
export interface Reason {
  points: number;
  why: string;
  word?: Word;
}

export interface Weighed {
  candidate: Candidate;
  score: number;
  reasons: Reason[];
}

/** Six digits are the most common code of all, 4 to 8 are usual, 3 and 9 or 10 need better evidence. */
const DIGITS_PRIOR: Readonly<Record<number, number>> = {
  3: -1.2,
  4: 0.6,
  5: 0.7,
  6: 1,
  7: 0.6,
  8: 0.5,
  9: -1,
  10: -0.7,
};
const KIND_PRIOR: Readonly<Record<Kind, number>> = {
  digits: 0,
  grouped: 0.8,
  prefixed: 0.8,
  alphanumeric: -0.2,
  letters: -0.8,
  spaced: 0.2,
};
/** Above this an announcement stands on its own, whatever else the message sells or states. */
const STRONG = 2.4;

export function weigh(scene: Scene, candidate: Candidate): Weighed {
  const reasons: Reason[] = [];
  const announced = announcementOf(scene, candidate);
  addShape(candidate, announced, scene.candidates.length - 1, reasons);
  if (announced) {
    reasons.push(announced);
    if (candidate.kind === "alphanumeric" && isPin(scene.folded, announced.word)) {
      reasons.push({ points: -1.5, why: "a PIN is a number", word: announced.word });
    }
    addLabel(scene, candidate, announced, reasons);
  } else addBareMessage(scene, candidate, reasons);
  const strong = (announced?.points ?? 0) >= STRONG;
  addClaims(scene, candidate, announced, strong, reasons);
  addMood(scene, candidate, announced, strong, reasons);
  let score = 0;
  for (const reason of reasons) score += reason.points;
  return { candidate, score, reasons };
}

function addShape(
  candidate: Candidate,
  announced: Announcement | null,
  others: number,
  reasons: Reason[],
): void {
  const { kind, plain } = candidate;
  if (kind === "digits") {
    reasons.push({
      points: (DIGITS_PRIOR[plain.length] ?? -2) - yearDoubt(plain),
      why: `digits: ${plain.length}`,
    });
    return;
  }
  reasons.push({ points: KIND_PRIOR[kind], why: kind });
  if (kind === "letters" && others > 0) reasons.push({ points: -2, why: "a word, where there are numbers" });
  if (kind !== "alphanumeric") return;
  if (isMaskedNumber(plain)) reasons.push({ points: -6, why: "masked account or card" });
  else if (isAmountOrCount(plain)) reasons.push({ points: -4, why: "an amount or count" });
  else
    reasons.push({ points: randomness(plain) * (announced ? 0.9 : 1.5), why: "mix of letters and digits" });
}

/** 1990 to 2040, Buddhist 2555 to 2580, Solar Hijri 1395 to 1415: a year more often than a code. */
function yearDoubt(plain: string): number {
  if (plain.length !== 4) return 0;
  const year = Number(plain);
  return (year >= 1990 && year <= 2040) || (year >= 2555 && year <= 2580) || (year >= 1395 && year <= 1415)
    ? 0.4
    : 0;
}

/** `PIN 25K4471`: lotteries call so what no bank would. */
function isPin(folded: string, word: Word): boolean {
  return word.role === "code" && folded.startsWith("pin", word.start);
}

/** `OTP 1234` side by side; and a line that is nothing but `noun: code`, which no prose and no price list looks like. */
function addLabel(scene: Scene, candidate: Candidate, { word }: Announcement, reasons: Reason[]): void {
  if (word.role !== "otp" && word.role !== "code") {
    if (isClose(scene, candidate, word)) reasons.push({ points: 0.5, why: "stands right at it", word });
    return;
  }
  if (!isClose(scene, candidate, word)) return;
  const first = Math.min(word.start, candidate.lead);
  const last = Math.max(word.end, candidate.end);
  const alone = startsLine(scene.folded, first) && endsLine(scene.folded, last);
  reasons.push({
    points: alone ? 1.9 : 0.5,
    why: alone ? "a line of its own with its noun" : "stands right at its noun",
    word,
  });
}

function isClose(scene: Scene, candidate: Candidate, word: Word): boolean {
  const [from, to] = gapOf(word, candidate);
  return to - from <= 4 && !/[a-z0-9]/.test(scene.folded.slice(from, Math.max(from, to)));
}

function startsLine(folded: string, at: number): boolean {
  return /(?:^|\n)[ *•>-]{0,3}$/.test(folded.slice(Math.max(0, at - 4), at));
}

function endsLine(folded: string, at: number): boolean {
  return /^[ .*]{0,3}(?:\n|$)/.test(folded.slice(at, at + 4));
}

/** `exness:803907` or the number alone: hardly a word besides, so the number is what the message is about. */
function addBareMessage(scene: Scene, candidate: Candidate, reasons: Reason[]): void {
  if (scene.letters > 16 || scene.candidates.length > 1) return;
  const { length } = candidate.plain;
  const usual =
    candidate.kind === "digits" || candidate.kind === "grouped" ? length >= 4 && length <= 8 : false;
  const parted = /[:\-\])】>] ?$/.test(scene.folded.slice(Math.max(0, candidate.start - 3), candidate.start));
  if (usual && (scene.letters === 0 || (parted && length >= 5)))
    reasons.push({ points: 1.6, why: "the message is hardly more than this" });
}

/** A bare `code` in a shop's or bank's message is the shop's or the bank's; a one-time code stands above the mood. */
function addMood(
  scene: Scene,
  candidate: Candidate,
  announced: Announcement | null,
  strong: boolean,
  reasons: Reason[],
): void {
  const { count } = scene;
  const weight = strong ? 0.2 : 0.9;
  const offers = count.promo + (scene.folded.includes("%") ? 1 : 0);
  if (offers > 0)
    reasons.push({ points: -weight * Math.min(offers, 3), why: "the message offers something" });
  if (offers > 0 && candidate.kind === "alphanumeric" && announced?.word.role !== "otp") {
    reasons.push({ points: -2, why: "looks like the code of an offer" });
  }
  if (count.notice > 0)
    reasons.push({ points: -weight * Math.min(count.notice, 3), why: "the message is a statement" });
  if (announced && count.share > 0) {
    reasons.push({
      points: scene.candidates.length === 1 ? 0.7 : 0.4,
      why: "the message warns not to share it",
    });
  }
  if (announced && count.valid > 0)
    reasons.push({ points: 0.2, why: "the message says how long it is valid" });
}
