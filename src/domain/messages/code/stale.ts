/** Codes that are no longer valid: `your old code 551904`, `code 551904 has expired`. */
import type { Announcement } from "./announce.ts";
import type { Candidate } from "./candidate.ts";
import { SENTENCE, breaksBetween } from "./distances.ts";
import type { Word } from "./lexicon.ts";
import { gapOf } from "./places.ts";
import type { Scene } from "./scene.ts";
import { isNoun } from "./scene.ts";
import type { Reason } from "./weigh.ts";

const STALE = -4;

export function addStaleness(
  scene: Scene,
  candidate: Candidate,
  { word: noun }: Announcement,
  reasons: Reason[],
): void {
  if (scene.spent.has(candidate)) {
    reasons.push({ points: STALE, why: "no longer valid" });
    return;
  }
  const old =
    isNoun(noun) && scene.words.find((word) => word.role === "old" && ages(scene, candidate, noun, word));
  if (old) reasons.push({ points: STALE, why: "an older one", word: old });
}

/** `old code 551904`, `código anterior 551904`: at the noun that announces the number. */
function ages(scene: Scene, candidate: Candidate, noun: Word, old: Word): boolean {
  if (noun.start > candidate.start || old.start > candidate.start) return false;
  const [from, to] = old.start < noun.start ? [old.end, noun.start] : [noun.end, old.start];
  if (to - from > 2) return false;
  const [left, right] = gapOf(noun, candidate);
  return breaksBetween(scene, left, Math.max(left, right)) < SENTENCE;
}
