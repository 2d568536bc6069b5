/** What else a number may belong to: the nearest noun before it, or the unit, currency or month beside it. */
import type { Announced, Announcement } from "./announce.ts";
import type { Candidate } from "./candidate.ts";
import { SENTENCE, breaksBetween, strangeBetween } from "./distances.ts";
import type { Role, Word } from "./lexicon.ts";
import { colonBefore, copulaAfter, copulaBefore, gapOf, isBeside } from "./places.ts";
import { LABELLED_BY_PURPOSE } from "./purpose.ts";
import type { Scene } from "./scene.ts";
import { isNoun } from "./scene.ts";
import { isDigitUnit } from "./scripts.ts";
import type { Reason } from "./weigh.ts";

/** Roles that can own a number that follows, the penalty, and over how many strange letters. */
const OWNERS: Partial<Record<Role, { points: number; reach: number; why: string }>> = {
  otp: { points: 0, reach: 0, why: "" },
  approval: { points: 0, reach: 0, why: "" },
  code: { points: 0, reach: 0, why: "" },
  enter: { points: 0, reach: 0, why: "" },
  with: { points: 0, reach: 0, why: "" },
  valid: { points: 0, reach: 0, why: "" },
  id: { points: -3.2, reach: 6, why: "belongs to an identifier" },
  phone: { points: -2.6, reach: 16, why: "a number to call or text" },
  promo: { points: -2, reach: 4, why: "belongs to an offer" },
  notice: { points: -1.2, reach: 6, why: "part of a statement" },
  money: { points: -3, reach: 0, why: "an amount" },
  month: { points: -2, reach: 0, why: "part of a date" },
};

/** A strong announcement reduces the penalty of an offer, a statement or a count to this share. */
const EASED = 0.4;

/** Adds the reasons why the number belongs to something else. */
export function addClaims(
  scene: Scene,
  { candidate, announced, strong }: Announced,
  reasons: Reason[],
): void {
  const owner = isSubject(scene, candidate, announced, strong)
    ? null
    : ownerBehind(scene, candidate, announced);
  const terms = owner && OWNERS[owner.role];
  if (owner && terms && terms.points < 0 && reaches(scene, owner, candidate, terms.reach)) {
    const eased = strong && (owner.role === "promo" || owner.role === "notice");
    reasons.push({ points: terms.points * (eased ? EASED : 1), why: terms.why, word: owner });
  }
  const month = yearOf(scene, candidate);
  if (month) reasons.push({ points: -4, why: "the year of a date", word: month });
  if (announced && isComplement(scene, candidate, announced.word))
    reasons.push({ points: -2.5, why: "what the code is for", word: announced.word });
  const labelled = strong && announced !== null && isLabel(announced, candidate);
  for (const word of scene.words) {
    if (word.start > candidate.end + 1) break;
    if (word.start >= candidate.end) addFollower(scene, candidate, { word, labelled }, reasons);
  }
}

const YEAR = /^(?:19|20|25|13|14)\d\d$/;

/** The month in `12 Nov 2026`, `12. November, 2026`. */
function yearOf({ folded, words }: Scene, { kind, plain, start }: Candidate): Word | undefined {
  if (kind !== "digits" || !YEAR.test(plain)) return undefined;
  return words.find(
    (w) =>
      w.role === "month" &&
      w.end < start &&
      start - w.end <= 3 &&
      /\d[.,]? ?$/.test(folded.slice(0, w.start)),
  );
}

/** What the number belongs to, unless a purpose is in between: `Transfer login: 551904`. */
function ownerBehind(scene: Scene, candidate: Candidate, announced: Announcement | null): Word | null {
  const owner = ownerOf(scene, candidate);
  const isParted = announced?.why === LABELLED_BY_PURPOSE && owner && owner.end <= announced.word.start;
  return isParted ? null : owner;
}

/** `Account: 551904 is your verification code`: a strongly announced number belongs to nothing else. */
function isSubject(
  scene: Scene,
  candidate: Candidate,
  announced: Announcement | null,
  strong: boolean,
): boolean {
  if (!strong || !announced || announced.word.start < candidate.end) return false;
  if (announced.word.role === "enter") return isBeside(scene, announced.word, candidate);
  return copulaAfter(scene, candidate);
}

/**
 * `OTP for 4471 is 730519`, `730519 is the OTP for 4471`: a number that follows a noun is what the code is for, if
 * another one is named as the code.
 */
function isComplement(scene: Scene, candidate: Candidate, noun: Word): boolean {
  if (!isNoun(noun) || noun.end > candidate.start) return false;
  if (isEquated(scene, candidate)) return false;
  if (scene.folded.slice(noun.end, candidate.lead).trim() === "") return false;
  return scene.candidates.some((other) => {
    if (other === candidate || other.kind === "letters") return false;
    if (other.start > candidate.end)
      return isEquated(scene, other) && breaksBetween(scene, noun.end, other.start) < SENTENCE;
    return (
      other.end <= noun.start &&
      copulaAfter(scene, other) &&
      breaksBetween(scene, other.end, candidate.start) < SENTENCE
    );
  });
}

function isEquated(scene: Scene, candidate: Candidate): boolean {
  return copulaBefore(scene, candidate) || colonBefore(scene, candidate);
}

/** `OTP: 4471 …`: the noun right before the number. */
function isLabel({ word }: Announcement, candidate: Candidate): boolean {
  const [from, to] = gapOf(word, candidate);
  return word.start < candidate.start && to - from <= 3;
}

/**
 * The last noun before the number. A verb in between returns the number to the subject (`OTP for card … 4471 is
 * 730519`), and so does a colon, unless the noun itself means "number" (`code for your account: 551904`, but `ref no:
 * 4471`).
 */
function ownerOf(scene: Scene, candidate: Candidate): Word | null {
  let owner: Word | null = null;
  let subject: Word | null = null;
  for (const word of scene.words) {
    if (word.end > candidate.start) continue;
    if (!OWNERS[word.role] || isSpent(scene.folded, word, candidate)) continue;
    if (
      word.role === "otp" ||
      word.role === "approval" ||
      (word.role === "code" && scene.purposeful.has(word))
    )
      subject = word;
    if (!owner || word.end >= owner.end) owner = word;
  }
  if (!owner || !subject || breaksBetween(scene, subject.end, candidate.start) >= SENTENCE) return owner;
  const equated =
    copulaBefore(scene, candidate) || (colonBefore(scene, candidate) && !saysNumber(scene.folded, owner));
  return equated ? subject : owner;
}

/**
 * "Number", "reference", "code" in the languages of the identifiers: the number that follows such a word belongs to
 * it.
 */
const NUMBER_WORDS =
  /ref|no\.?$|nr\.?$|num|nomor|nombor|id$|номер|code|kod|track|awb|rrn|utr|pnr|รหัส|อางอิง|เลข|号|號|码|碼|番号|コード|번호|رقم|شماره|مرجع|شناسه|ma |so |מספר|קוד/;

function saysNumber(folded: string, word: Word): boolean {
  return NUMBER_WORDS.test(folded.slice(word.start, word.end));
}

/** `200,00 EUR`, `19 May`: a currency or month after a number owns it. `card *4471: 90417`: so does the card. */
function isSpent(folded: string, word: Word, candidate: Candidate): boolean {
  if (word.role === "id")
    return /\d/.test(folded.slice(word.end, Math.min(candidate.start, word.end + ID_REACH)));
  if (word.role !== "money" && word.role !== "month") return false;
  const before = folded[word.start - 1] === " " ? word.start - 2 : word.start - 1;
  return isDigitUnit(folded.charCodeAt(before));
}

/** An identifier's number is within this many characters of it. */
const ID_REACH = 24;

function reaches(scene: Scene, owner: Word, candidate: Candidate, reach: number): boolean {
  return (
    strangeBetween(scene, owner.end, candidate.lead) <= reach &&
    breaksBetween(scene, owner.end, candidate.start) < SENTENCE
  );
}

/** `år` (years) is a unit and `är` (is) a copula, but both are folded to `ar`. */
function isCopulaToo({ words }: Scene, { start, end }: Word): boolean {
  return words.some((other) => other.role === "copula" && other.start === start && other.end === end);
}

/** `20 minutes`, `500 บาท`, `12 May`: the word right after a number is its unit, currency or month. */
function addFollower(
  scene: Scene,
  candidate: Candidate,
  { word, labelled }: { word: Word; labelled: boolean },
  reasons: Reason[],
): void {
  if (word.start === candidate.end + 1 && scene.folded[candidate.end] !== " ") return;
  if (word.role === "unit" && isCopulaToo(scene, word)) return;
  if (word.role === "money") reasons.push({ points: -3, why: "an amount", word });
  else if (word.role === "month") reasons.push({ points: -2, why: "part of a date", word });
  else if (word.role === "unit" && candidate.kind === "digits") {
    // Six digits and `d` or `ครั้ง` are seldom a count; four digits and `points` are.
    const points = candidate.plain.length > 5 ? -1 : -2.6;
    reasons.push({ points: labelled ? points * EASED : points, why: "a count or measure", word });
  }
}
