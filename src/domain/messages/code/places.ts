/** Where a candidate is: right after a verb, a colon, a noun; at the start or the end of its line. */
import type { Candidate } from "./candidate.ts";
import { SENTENCE, breaksBetween, strangeBetween } from "./distances.ts";
import type { Role, Word } from "./lexicon.ts";
import type { Scene } from "./scene.ts";

/** The stretch between a word and a candidate; empty or inverted if they touch or overlap. */
export function gapOf(word: Word, candidate: Candidate): [number, number] {
  return word.start < candidate.start ? [word.end, candidate.lead] : [candidate.end, word.start];
}

/** Only words that separate nothing, and no end of a sentence, are in between. */
export function isBeside(scene: Scene, word: Word, candidate: Candidate): boolean {
  const [from, to] = gapOf(word, candidate);
  return from > to || (strangeBetween(scene, from, to) === 0 && breaksBetween(scene, from, to) < SENTENCE);
}

/** True if a copula is right before the candidate. */
export function copulaBefore(scene: Scene, candidate: Candidate): boolean {
  return roleBefore(scene, candidate, "copula");
}

/** True if a word of the role is right before the candidate. */
export function roleBefore(scene: Scene, candidate: Candidate, role: Role): boolean {
  return scene.words.some(
    (w) =>
      w.role === role &&
      w.end <= candidate.start &&
      candidate.lead - w.end <= 3 &&
      isBeside(scene, w, candidate),
  );
}

/** True if a word of the role is right after the candidate. */
export function roleAfter(scene: Scene, candidate: Candidate, role: Role): boolean {
  return scene.words.some((w) => w.role === role && w.start >= candidate.end && w.start - candidate.end <= 3);
}

/** `Пароль для перевода … на карту *4471: 90417`: a colon or a dash works like a copula. */
export function colonBefore(scene: Scene, candidate: Candidate): boolean {
  return /(?:[:=] ?["'*([]?| - )$/.test(scene.folded.slice(Math.max(0, candidate.lead - 3), candidate.lead));
}

/** True if a copula, a dash or a bracket right after the candidate makes it the subject. */
export function copulaAfter(scene: Scene, candidate: Candidate): boolean {
  if (/^ ?[-(（]/.test(scene.folded.slice(candidate.end, candidate.end + 2))) return true;
  return roleAfter(scene, candidate, "copula");
}

export function startsLine(folded: string, at: number): boolean {
  return /(?:^|\n)[ *•>-]{0,3}$/.test(folded.slice(Math.max(0, at - 4), at));
}

export function endsLine(folded: string, at: number): boolean {
  return /^[ .*]{0,3}(?:\n|$)/.test(folded.slice(at, at + 4));
}

/** Nothing in its sentence comes before it, except for a name and a colon. */
export function startsClause(folded: string, at: number): boolean {
  return /(?:^|[\n.:!?。।>\])】]) ?["'*([]?$/.test(folded.slice(Math.max(0, at - 4), at));
}

/** Only the character that ends a sentence comes after it. */
export function endsClause(folded: string, at: number): boolean {
  return /^["')\]*]{0,2} ?(?:$|[\n.!?。।;,])/.test(folded.slice(at, at + 4));
}
