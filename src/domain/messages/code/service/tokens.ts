/** A message cut into words, with each word's role in the vocabulary: a word with a role is not part of a name. */
import type { Analysis } from "../analysis.ts";
import type { Role, Word } from "../lexicon.ts";
import { ARABIC, DIGIT, HEBREW, INDIC, LATIN, NONE, UNSPACED, scriptOf } from "../scripts.ts";
import { isNoun } from "../scene.ts";
import { HOLLOW } from "./hollow.ts";

/** `folded.slice(start, end)`; letters and digits of one script. */
export interface Token {
  start: number;
  end: number;
  key: string;
  script: number;
  /** The role of the vocabulary word it is part of; `link` for greetings and the like. */
  role: Role | null;
  /** Whether it has a capital; never in scripts without capitals. */
  capital: boolean;
}

/** Which role a position has if several words cover it: announcing words and copulas come first. */
const RANK: Partial<Record<Role, number>> = {
  otp: 9,
  approval: 9,
  code: 9,
  copula: 8,
  share: 7,
  verify: 6,
  with: 5,
  link: 4,
  enter: 3,
};

export function cutTokens({ reading: { folded }, heard, isCapital }: Analysis): Token[] {
  const { words } = heard();
  const covers = coverage(folded.length, words);
  const cuts = cutsOf(folded, words, isCapital);
  const tokens: Token[] = [];
  let start = -1;
  let script = NONE;
  for (let i = 0; i <= folded.length; i++) {
    const here = i < folded.length ? scriptOf(folded.charCodeAt(i)) : NONE;
    const goes = here !== NONE && start >= 0 && isOneWord(script, here) && cuts[i] === 0;
    if (start >= 0 && !goes) {
      const key = folded.slice(start, i);
      const isParticle = cuts[i] === 1 && PARTICLES.has(key) && isCapital(i);
      const isLink = isParticle || HOLLOW.has(key);
      const role = words[(covers[i - 1] as number) - 1]?.role ?? (isLink ? "link" : null);
      tokens.push({ start, end: i, key, script, role, capital: hasCapital(start, i, isCapital) });
      start = -1;
    }
    if (here === NONE) continue;
    if (start < 0) [start, script] = [i, here];
    else if (here !== DIGIT) script = here;
  }
  return tokens;
}

/** `Acme`, and `iAcme` too. */
function hasCapital(start: number, end: number, isCapital: (index: number) => boolean): boolean {
  for (let i = start; i < end; i++) if (isCapital(i)) return true;
  return false;
}

/** `98point6` is one word, `Acme認証` two. */
function isOneWord(script: number, next: number): boolean {
  if (script === next) return true;
  return (next === DIGIT && script !== UNSPACED) || (script === DIGIT && next !== UNSPACED);
}

/** The best word at each position, by its index plus one; a message has at most 250 words that count. */
function coverage(length: number, words: readonly Word[]): Uint8Array {
  const covers = new Uint8Array(length);
  for (let n = Math.min(words.length, MOST_WORDS) - 1; n >= 0; n--) {
    const { role, start, end } = words[n] as Word;
    const rank = RANK[role] ?? 1;
    for (let i = start; i < end; i++) {
      const other = covers[i] as number;
      if (other === 0 || rankOf(words, other) < rank) covers[i] = n + 1;
    }
  }
  return covers;
}

const MOST_WORDS = 250;

function rankOf(words: readonly Word[], number: number): number {
  return RANK[(words[number - 1] as Word).role] ?? 1;
}

/** Where a vocabulary word begins or ends within a run of letters: in Thai, in Chinese, in `LarkPayOTP`. */
function cutsOf(folded: string, words: readonly Word[], isCapital: (index: number) => boolean): Uint8Array {
  const cuts = new Uint8Array(folded.length + 1);
  for (const { start, end, role } of words) {
    if (scriptOf(folded.charCodeAt(start)) === UNSPACED || (isNoun({ role }) && isCapital(start)))
      cuts[start] = 1;
    if (scriptOf(folded.charCodeAt(end - 1)) === UNSPACED) cuts[end] = 1;
  }
  for (let i = 2; i < folded.length; i++) if (isCapital(i) && endsParticle(folded, i, isCapital)) cuts[i] = 1;
  return cuts;
}

/** Bantu languages attach particles to names: `yeAcme`, `kwaAcme`, `muAcme`. */
const PARTICLES: ReadonlySet<string> = new Set("ye ya wa we ku mu pa se le la kwa nge ne".split(" "));

function endsParticle(folded: string, end: number, isCapital: (index: number) => boolean): boolean {
  let start = end;
  while (end - start < 4 && scriptOf(folded.charCodeAt(start - 1)) === LATIN && !isCapital(start - 1))
    start--;
  return start < end && PARTICLES.has(folded.slice(start, end));
}

const UNCASED: ReadonlySet<number> = new Set([ARABIC, HEBREW, INDIC, UNSPACED]);

/** Whether its script has capitals, in which case a word without one is hardly a name. */
export function hasCapitals({ script }: Token): boolean {
  return !UNCASED.has(script);
}
