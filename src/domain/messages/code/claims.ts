/** Who else a number belongs to: the nearest noun before it, or the unit, currency or month beside it. */
import { copulaBefore } from "./announce.ts";
import type { Candidate } from "./candidates.ts";
import type { Role, Word } from "./lexicon.ts";
import type { Scene } from "./scene.ts";
import { SENTENCE, breaksBetween, strangeBetween } from "./scene.ts";
import { isDigitUnit } from "./scripts.ts";
import type { Reason } from "./weigh.ts";

/** Roles that can own a number that follows, what that costs it, and over how many strange letters. */
const OWNERS: Partial<Record<Role, { points: number; reach: number; why: string }>> = {
  otp: { points: 0, reach: 0, why: "" },
  code: { points: 0, reach: 0, why: "" },
  valid: { points: 0, reach: 0, why: "" },
  id: { points: -3.2, reach: 6, why: "belongs to an identifier" },
  phone: { points: -2.6, reach: 16, why: "a number to call or text" },
  promo: { points: -2, reach: 4, why: "belongs to an offer" },
  notice: { points: -1.2, reach: 6, why: "part of a statement" },
  money: { points: -3, reach: 0, why: "an amount" },
  month: { points: -2, reach: 0, why: "part of a date" },
};

/** Adds the reasons that give the number to somebody else. */
export function addClaims(scene: Scene, candidate: Candidate, reasons: Reason[]): void {
  const owner = ownerOf(scene, candidate);
  const terms = owner && OWNERS[owner.role];
  if (owner && terms && terms.points < 0 && reaches(scene, owner, candidate, terms.reach)) {
    reasons.push({ points: terms.points, why: terms.why, word: owner });
  }
  for (const word of scene.words) {
    if (word.start > candidate.end + 1) break;
    if (word.start >= candidate.end) addFollower(scene, candidate, word, reasons);
  }
}

/** The last noun before the number. A verb in between hands it back to the subject: `OTP for card … 4988 is 148426`. */
function ownerOf(scene: Scene, candidate: Candidate): Word | null {
  let owner: Word | null = null;
  let subject: Word | null = null;
  for (const word of scene.words) {
    if (word.end > candidate.start) continue;
    if (!OWNERS[word.role] || isSpent(scene.folded, word)) continue;
    if (word.role === "otp" || (word.role === "code" && scene.purposeful.has(word))) subject = word;
    if (!owner || word.end >= owner.end) owner = word;
  }
  const handedBack =
    subject &&
    copulaBefore(scene, candidate) &&
    breaksBetween(scene, subject.end, candidate.start) < SENTENCE;
  return handedBack ? subject : owner;
}

/** `200,00 EUR`, `19 May`: a currency or month behind a number already has its number. */
function isSpent(folded: string, word: Word): boolean {
  if (word.role !== "money" && word.role !== "month") return false;
  const before = folded[word.start - 1] === " " ? word.start - 2 : word.start - 1;
  return isDigitUnit(folded.charCodeAt(before));
}

function reaches(scene: Scene, owner: Word, candidate: Candidate, reach: number): boolean {
  return (
    strangeBetween(scene, owner.end, candidate.start) <= reach &&
    breaksBetween(scene, owner.end, candidate.start) < SENTENCE
  );
}

/** `20 minutes`, `500 บาท`, `12 May`: the word right behind a number counts, prices or dates it. */
function addFollower(scene: Scene, candidate: Candidate, word: Word, reasons: Reason[]): void {
  if (word.start === candidate.end + 1 && scene.folded[candidate.end] !== " ") return;
  if (word.role === "money") reasons.push({ points: -3, why: "an amount", word });
  else if (word.role === "month") reasons.push({ points: -2, why: "part of a date", word });
  else if (word.role === "unit" && candidate.kind === "digits") {
    // Six digits and `d` or `ครั้ง` are seldom a count; four digits and `points` are.
    reasons.push({ points: candidate.plain.length > 5 ? -1 : -2.6, why: "a count or measure", word });
  }
}
