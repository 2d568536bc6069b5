/** Codes that are no longer any: `your old code 551904`, `code 551904 has expired`. */
import type { Announcement } from "./announce.ts";
import type { Candidate } from "./candidate.ts";
import { SENTENCE, breaksBetween, strangeBetween } from "./distances.ts";
import type { Word } from "./lexicon.ts";
import { gapOf } from "./places.ts";
import type { Scene } from "./scene.ts";
import type { Reason } from "./weigh.ts";

const STALE = -4;
/** Strange letters between a number and the verb that ends its life. */
const REACH = 24;

export function addStaleness(
  scene: Scene,
  candidate: Candidate,
  announced: Announcement,
  reasons: Reason[],
): void {
  const word = scene.words.find(
    (w) =>
      (w.role === "stale" && endsLifeOf(scene, candidate, w)) ||
      (w.role === "old" && ages(scene, candidate, announced.word, w)),
  );
  if (word) reasons.push({ points: STALE, why: "no longer valid", word });
}

/** `551904 has expired`: behind the number, in its sentence, before any other number. */
function endsLifeOf(scene: Scene, candidate: Candidate, stale: Word): boolean {
  if (stale.start < candidate.end || !isNear(scene, candidate.end, stale.start)) return false;
  return !scene.candidates.some((c) => c.start > candidate.end && c.start < stale.start);
}

/** `old code 551904`, `código anterior 551904`: at the noun that announces the number. */
function ages(scene: Scene, candidate: Candidate, noun: Word, old: Word): boolean {
  if (noun.start > candidate.start || old.start > candidate.start) return false;
  const [from, to] = old.start < noun.start ? [old.end, noun.start] : [noun.end, old.start];
  if (to - from > 2) return false;
  const [left, right] = gapOf(noun, candidate);
  return breaksBetween(scene, left, Math.max(left, right)) < SENTENCE;
}

function isNear(scene: Scene, from: number, to: number): boolean {
  return strangeBetween(scene, from, to) <= REACH && breaksBetween(scene, from, to) < SENTENCE;
}
