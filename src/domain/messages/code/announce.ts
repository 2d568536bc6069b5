/** Which word of the message announces a candidate, and how clearly. */
import type { Candidate } from "./candidate.ts";
import { SENTENCE, breaksBetween, strangeBetween } from "./distances.ts";
import type { Word } from "./lexicon.ts";
import { colonBefore, copulaAfter, copulaBefore, gapOf, isBeside } from "./places.ts";
import { servesAsMeans } from "./purpose.ts";
import type { Scene } from "./scene.ts";

/** The word that announces a candidate best, and its score. */
export interface Announcement {
  points: number;
  why: string;
  word: Word;
}

/** A candidate with its announcement, and whether that is enough, whatever else the message says. */
export interface Announced {
  candidate: Candidate;
  announced: Announcement | null;
  strong: boolean;
}

/** The score of a word right beside its code. */
const OTP = 3.2;
const CODE_WITH_PURPOSE = 2.8;
const CODE = 1.9;
const ENTER = 0.9;
const VERIFY = 0.8;
/** `Never share your OTP` announces no code in this message, unless one is right beside it. */
const WARNED = 0.45;

/** Strange letters (weighted by script) over which an announcement fades to nothing. */
const REACH = 180;
/** A word further away than this many characters is not considered. */
const HORIZON = 300;
/** A verb right before the number keeps it tied to its subject across the whole sentence. */
const BY_COPULA = 0.85;

/** The best announcement of a candidate, or null. */
export function announcementOf(scene: Scene, candidate: Candidate): Announcement | null {
  const equated = copulaBefore(scene, candidate) || colonBefore(scene, candidate);
  let best: Announcement | null = null;
  for (const word of scene.words) {
    if (word.start > candidate.end + HORIZON) break;
    if (word.end < candidate.start - HORIZON) continue;
    const worth = worthOf(scene, word, candidate);
    if (worth <= (best?.points ?? 0)) continue;
    const points = worth * nearness(scene, candidate, word, equated);
    if (points > (best?.points ?? 0.05)) best = { points, why: `announced by ${word.role}`, word };
  }
  const means = servesAsMeans(scene, candidate);
  return means && means.points > (best?.points ?? 0) ? means : best;
}

function worthOf(scene: Scene, word: Word, candidate: Candidate): number {
  switch (word.role) {
    case "otp":
    case "approval":
      return scene.warned.has(word) && !isBeside(scene, word, candidate) ? OTP * WARNED : OTP;
    case "code":
      if (scene.warned.has(word) && !isBeside(scene, word, candidate)) return CODE * WARNED;
      return scene.purposeful.has(word) ? CODE_WITH_PURPOSE : CODE;
    case "enter":
      return ENTER;
    case "verify":
      return VERIFY;
    default:
      return 0;
  }
}

/** 1 if only link words and punctuation are between; less with strange letters, sentence ends, other numbers. */
function nearness(scene: Scene, candidate: Candidate, word: Word, equated: boolean): number {
  const before = word.start < candidate.start;
  const [from, to] = gapOf(word, candidate);
  if (from > to) return before ? 1 : 0;
  const strange = strangeBetween(scene, from, to);
  if (strange > REACH) return 0;
  const breaks = breaksBetween(scene, from, to);
  const value = 1 - strange / REACH - breaks * 0.15 - rivalsBetween(scene, from, to) * 0.2;
  if (before && equated && breaks < SENTENCE) return Math.max(value, BY_COPULA);
  if (before) return Math.max(0, value);
  return Math.max(0, value * (isTaken(scene, candidate, word) ? 0.4 : 0.95));
}

/**
 * `Dear client 90412, your code is 551904`: a noun that is followed by its number does not announce one before it.
 */
function isTaken(scene: Scene, candidate: Candidate, word: Word): boolean {
  if (copulaAfter(scene, candidate)) return false;
  const next = scene.candidates.find((c) => c.start >= word.end);
  if (!next || breaksBetween(scene, word.end, next.lead) >= SENTENCE) return false;
  return isBeside(scene, word, next) || copulaBefore(scene, next) || colonBefore(scene, next);
}

function rivalsBetween(scene: Scene, from: number, to: number): number {
  let rivals = 0;
  for (const c of scene.candidates) if (c.start >= from && c.end <= to && c.kind !== "letters") rivals++;
  return rivals;
}
