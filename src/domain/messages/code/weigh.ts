/** Weighs one candidate: its shape, the words that announce or claim it, and the mood of the message. */
import type { Announcement } from "./announce.ts";
import { announcementOf } from "./announce.ts";
import { addBareMessage } from "./bare.ts";
import type { Candidate, Kind } from "./candidate.ts";
import { addClaims } from "./claims.ts";
import { isUnspeakable } from "./letters.ts";
import type { Word } from "./lexicon.ts";
import { isAmountOrCount, isMaskedNumber, randomness } from "./masks.ts";
import { addMood } from "./mood.ts";
import { isWrittenAsName } from "./names.ts";
import { colonBefore, copulaAfter, copulaBefore, endsLine, gapOf, isBeside, startsLine } from "./places.ts";
import type { Scene } from "./scene.ts";
import { isNoun } from "./scene.ts";
import { addStaleness } from "./stale.ts";

/** One piece of evidence. `word` is the word of the message it is based on, if any. */
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
  pairs: 0.6,
  prefixed: 0.8,
  alphanumeric: -0.2,
  letters: -0.8,
  spaced: 0.2,
};
/** How many points a name loses; unless the text calls it a code. */
const NAME = -2.2;
/** Above this an announcement is enough, whatever else the message offers or states. */
const STRONG = 2.4;
/** Below this the message as a whole also counts. */
const WEAK = 1;

export function weigh(scene: Scene, candidate: Candidate): Weighed {
  const reasons: Reason[] = [];
  const announced = announcementOf(scene, candidate);
  addShape(scene, candidate, announced, reasons);
  if (announced) {
    reasons.push(announced);
    if (candidate.kind === "alphanumeric" && isPin(scene.folded, announced.word)) {
      reasons.push({ points: -1.5, why: "a PIN is a number", word: announced.word });
    }
    addLabel(scene, candidate, announced, reasons);
    addStaleness(scene, candidate, announced, reasons);
  }
  if ((announced?.points ?? 0) < WEAK) addBareMessage(scene, candidate, reasons);
  const strong = (announced?.points ?? 0) >= STRONG;
  addClaims(scene, { candidate, announced, strong }, reasons);
  addMood(scene, { candidate, announced, strong }, reasons);
  let score = 0;
  for (const reason of reasons) score += reason.points;
  return { candidate, score, reasons };
}

function addShape(
  scene: Scene,
  candidate: Candidate,
  announced: Announcement | null,
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
  if (kind === "letters") addLettersDoubt(scene, candidate, announced, reasons);
  if (kind === "pairs" && couldBeDate(plain) && !isTiedTo(scene, candidate, announced))
    reasons.push({ points: -3, why: "reads as a date" });
  if (kind !== "alphanumeric") return;
  if (isWrittenAsName(scene, candidate) && !isNamed(scene, candidate, announced))
    reasons.push({ points: NAME, why: "reads as a name" });
  if (isMaskedNumber(plain)) reasons.push({ points: -6, why: "masked account or card" });
  else if (isAmountOrCount(plain)) reasons.push({ points: -4, why: "an amount or count" });
  else {
    const mixed = randomness(plain);
    reasons.push({ points: mixed * (announced ? 0.9 : 1.5), why: "mix of letters and digits" });
    if (mixed <= 0 && announced && isPlain(scene, announced.word) && !isYours(scene, announced.word))
      reasons.push({ points: -0.8, why: "numbered as things are" });
  }
}

/** `12-11-26` in any order of day, month and year, but not `55-12-90`. */
function couldBeDate(plain: string): boolean {
  if (plain.length === 4) return true;
  const pairs = [0, 2, 4].map((at) => Number(plain.slice(at, at + 2)));
  return pairs.some(
    (month, i) => month >= 1 && month <= 12 && pairs.some((day, j) => i !== j && day >= 1 && day <= 31),
  );
}

/** `code 12-11-26`, `enter 12-11-26 to …`, `log in with 12-11-26`: its noun, or its use, is next to it. */
function isTiedTo(scene: Scene, candidate: Candidate, announced: Announcement | null): boolean {
  if (!announced) return false;
  if (announced.why.startsWith("labelled") || isNamed(scene, candidate, announced)) return true;
  return announced.word.role === "enter" && isBeside(scene, announced.word, candidate);
}

function addLettersDoubt(
  scene: Scene,
  candidate: Candidate,
  announced: Announcement | null,
  reasons: Reason[],
): void {
  if (scene.candidates.some((c) => c.kind !== "letters"))
    reasons.push({ points: -2, why: "a word, where there are numbers" });
  if (!isNamed(scene, candidate, announced)) reasons.push({ points: -4, why: "a word like any other" });
  else if (isUnspeakable(candidate.plain))
    reasons.push({ points: 1, why: "no word is made of these letters" });
}

/** A noun is next to it, or a verb or colon equates it with one. */
function isNamed(scene: Scene, candidate: Candidate, announced: Announcement | null): boolean {
  if (scene.words.some((w) => isNoun(w) && w.end <= candidate.start && isBeside(scene, w, candidate)))
    return true;
  if (!announced || !isNoun(announced.word)) return false;
  return colonBefore(scene, candidate) || copulaBefore(scene, candidate) || copulaAfter(scene, candidate);
}

/** A noun for codes without a purpose. */
function isPlain(scene: Scene, word: Word): boolean {
  return word.role === "code" && !scene.purposeful.has(word);
}

/** `your code`, `ваш код`: a linking word right before the noun. */
function isYours(scene: Scene, noun: Word): boolean {
  const before = scene.words.filter((w) => w.end <= noun.start && noun.start - w.end <= 1);
  return before.some((w) => w.role === "link") && !before.some((w) => w.role === "with");
}

/** 1990 to 2040, Buddhist 2555 to 2580, Solar Hijri 1395 to 1415: more often a year than a code. */
function yearDoubt(plain: string): number {
  if (plain.length !== 4) return 0;
  const year = Number(plain);
  return (year >= 1990 && year <= 2040) || (year >= 2555 && year <= 2580) || (year >= 1395 && year <= 1415)
    ? 0.4
    : 0;
}

/** `PIN 25K4471`: the codes of lotteries look like this, those of banks do not. */
function isPin(folded: string, word: Word): boolean {
  return word.role === "code" && folded.startsWith("pin", word.start);
}

/** `OTP 1234` side by side; or a line with nothing but `noun: code`, which does not occur in prose or price lists. */
function addLabel(scene: Scene, candidate: Candidate, { word }: Announcement, reasons: Reason[]): void {
  if (!isClose(scene, candidate, word)) return;
  if (!isNoun(word)) {
    reasons.push({ points: 0.5, why: "stands right at it", word });
    return;
  }
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
