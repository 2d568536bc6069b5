/** How certain the surrounding words make it that a stretch of words is a name. */
import { isNoun } from "../scene.ts";
import type { Role } from "../lexicon.ts";
import { DIGIT } from "../scripts.ts";
import type { Token } from "./tokens.ts";

/** `sure`: the confidence that a name is there; and whether it is so clear that even an ordinary word is one. */
export interface Place {
  own: number;
  plain: boolean;
}

const BEFORE_NOUN: Place = { own: 0.86, plain: true };
const AFTER_NOUN: Place = { own: 0.76, plain: true };
const AT_PURPOSE: Place = { own: 0.73, plain: true };
/** `Acme to verify`, but also `In order to verify`. */
const BEFORE_PURPOSE: Place = { own: 0.73, plain: false };
const NEVER_ASKS: Place = { own: 0.7, plain: false };
const BEFORE_ITS_CARD: Place = { own: 0.68, plain: false };
const AFTER_LINK: Place = { own: 0.66, plain: false };

/** `kode pemulihan Acme`: one word that is in no vocabulary is between the noun and the name. */
const NEAR_NOUN: Place = { own: 0.71, plain: false };

/** Words of the vocabulary that are skipped on either side. */
const FAR = 5;

/** The best position of the tokens from `first` to `last`, or null. */
export function placeOf(folded: string, tokens: readonly Token[], first: number, last: number): Place | null {
  const after = rolesAfter(folded, tokens, last);
  if (after.includes("otp")) return BEFORE_NOUN;
  const before = rolesBefore(folded, tokens, first);
  if (before.includes("otp")) return AFTER_NOUN;
  if (before.includes("verify") || after[0] === "verify") return AT_PURPOSE;
  if (after[0] === "link" && after[1] === "verify") return BEFORE_PURPOSE;
  if (after.includes("share") && startsSentence(folded, tokens, first)) return NEVER_ASKS;
  if (after[0] === "id") return BEFORE_ITS_CARD;
  if (before[0] === "link" || before[0] === "with") return AFTER_LINK;
  if (isNearNoun(folded, tokens, first)) return NEAR_NOUN;
  return null;
}

function isNearNoun(folded: string, tokens: readonly Token[], first: number): boolean {
  const stranger = tokens[first - 1];
  if (!stranger || stranger.role !== null || stranger.capital || stranger.script === DIGIT) return false;
  return gap(folded, tokens, first - 1) === " " && rolesBefore(folded, tokens, first - 1).includes("otp");
}

/** The roles of the words after it, until something separates them; every noun for codes is called `otp` here. */
function rolesAfter(folded: string, tokens: readonly Token[], last: number): Role[] {
  const roles: Role[] = [];
  for (let i = last + 1; i < tokens.length && roles.length < FAR; i++) {
    if (/[.:!?;\n。()]/.test(gap(folded, tokens, i - 1))) break;
    const role = simple((tokens[i] as Token).role);
    if (role === null || role === "copula" || role === "enter") break;
    roles.push(role);
  }
  return roles;
}

function rolesBefore(folded: string, tokens: readonly Token[], first: number): Role[] {
  const roles: Role[] = [];
  for (let i = first - 1; i >= 0 && roles.length < FAR; i--) {
    if (/[.:!?;,\n。()]/.test(gap(folded, tokens, i))) break;
    const role = simple((tokens[i] as Token).role);
    if (role === null || role === "copula" || role === "enter" || role === "share") break;
    roles.push(role);
  }
  return roles;
}

function simple(role: Role | null): Role | null {
  return role !== null && isNoun({ role }) ? "otp" : role;
}

/** Whether a token is the first in its sentence. */
export function startsSentence(folded: string, tokens: readonly Token[], i: number): boolean {
  return i === 0 || /[.:!?\n。>\])】]/.test(gap(folded, tokens, i - 1));
}

/** The text between a token and the next. */
export function gap(folded: string, tokens: readonly Token[], i: number): string {
  return folded.slice(tokens[i]?.end, tokens[i + 1]?.start);
}
