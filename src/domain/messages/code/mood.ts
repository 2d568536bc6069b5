/** What the message as a whole is about: an offer, a statement, a finished payment, a warning. */
import type { Announced } from "./announce.ts";
import type { Candidate } from "./candidate.ts";
import type { Word } from "./lexicon.ts";
import { copulaBefore } from "./places.ts";
import { LABELLED_BY_PURPOSE } from "./purpose.ts";
import type { Scene } from "./scene.ts";
import { isNoun } from "./scene.ts";
import type { Reason } from "./weigh.ts";

/** Points per word of an offer or a statement, and how many of them count. */
const WEIGHT = 0.9;
const WEIGHT_IF_STRONG = 0.2;
const MOST = 3;
/** A code without a purpose in an offer belongs to the offer. */
const PLAIN_IN_OFFER = -1.2;
/** A plain code in a message about a parcel and a locker opens the locker. */
const TO_FETCH = -3;
/** An approval code beside a finished payment belongs to the receipt. */
const RECEIPT = -4;
const PLAIN_RECEIPT = -1;

/**
 * A bare `code` in a shop's or bank's message belongs to the shop or the bank; a one-time code is not affected by the
 * mood.
 */
export function addMood(scene: Scene, { candidate, announced, strong }: Announced, reasons: Reason[]): void {
  const { count } = scene;
  addOffer(scene, { candidate, announced, strong }, reasons);
  if (count.notice > 0) {
    const stated = strong || (announced !== null && isNoun(announced.word) && copulaBefore(scene, candidate));
    reasons.push({
      points: -(stated ? WEIGHT_IF_STRONG : WEIGHT) * Math.min(count.notice, MOST),
      why: "the message is a statement",
    });
  }
  if (announced && count.done > 0) {
    const receipt = announced.word.role === "approval" || announced.why === LABELLED_BY_PURPOSE;
    reasons.push({ points: receipt ? RECEIPT : strong ? 0 : PLAIN_RECEIPT, why: "a payment that is over" });
  } else if (announced?.word.role === "approval" && isStated(scene, candidate, announced.word))
    reasons.push({ points: RECEIPT, why: "the approval of a payment that is stated" });
  if (announced?.word.role === "code" && count.fetch > 0)
    reasons.push({ points: TO_FETCH, why: "a parcel to fetch" });
  if (announced && count.share + count.doubt > 0) {
    reasons.push({
      points: scene.candidates.length === 1 ? 0.7 : 0.4,
      why: "the message warns not to share it",
    });
  }
  if (announced && count.valid > 0)
    reasons.push({ points: 0.2, why: "the message says how long it is valid" });
}

/** An amount, then `approval code 551904`, without a request to the reader or a warning. */
function isStated({ count, folded, words }: Scene, candidate: Candidate, approval: Word): boolean {
  if (count.share + count.doubt + count.enter + count.valid > 0 || approval.start > candidate.start)
    return false;
  return (
    words.some((w) => w.role === "money" && w.end <= candidate.start) ||
    isAmountBefore(folded, candidate.start)
  );
}

function isAmountBefore(folded: string, end: number): boolean {
  return /\p{Sc} ?\d|\d ?\p{Sc}/u.test(folded.slice(0, end));
}

function addOffer(
  { count, folded }: Scene,
  { candidate, announced, strong }: Announced,
  reasons: Reason[],
): void {
  const offers = count.promo + (folded.includes("%") ? 1 : 0);
  if (offers === 0) return;
  const weight = strong ? WEIGHT_IF_STRONG : WEIGHT;
  reasons.push({ points: -weight * Math.min(offers, MOST), why: "the message offers something" });
  const role = announced?.word.role;
  if (candidate.kind === "alphanumeric" && role !== "otp")
    reasons.push({ points: -2, why: "looks like the code of an offer" });
  else if (role === "code" && !strong)
    reasons.push({ points: PLAIN_IN_OFFER, why: "a code without a purpose, in an offer" });
}
