/** Which languages a message is written in, and what its words mean in them. */
import type { Role, Word } from "./lexicon.ts";
import { UNSPACED, scriptOf } from "./scripts.ts";
import type { Vocabulary } from "./words.ts";

/** How much a word of a role tells about the language; announcing nouns most of all. */
const TELLING: Partial<Record<Role, number>> = { otp: 3, approval: 3, code: 2, verify: 1.5, share: 1.5 };
/** Ten letters are hardly a coincidence; a letter of a script without spaces says as much as two and a half. */
const LETTERS = 10;
const LETTERS_UNSPACED = 4;

/**
 * A language counts from this share of the best one's score: related languages reach it, chance resemblances do not.
 */
const SHARE = 0.4;
/** Below this only a few small words were found, and it may be any language that has one of them. */
const EVIDENCE = 0.5;
/** English occurs between the words of every other language, but not its small words. */
const SHARE_ENGLISH = 0.2;
const SMALL = 4;

/** English is the first language of the vocabulary after the universal part. */
const ENGLISH = 1;

/**
 * Which languages a message is in, by index; 2 where only longer words count. Index 0, the universal part, always
 * counts.
 */
export type Spoken = Uint8Array;

/** The words with their meanings in the languages of the message: meanings in other languages are left out. */
export function asSpoken(found: readonly Word[], spoken: Spoken): Word[] {
  const words: Word[] = [];
  for (const word of found) {
    if (isMeant(word, spoken)) addLonger(words, word);
  }
  return words;
}

export function spokenLanguages({ languages }: Vocabulary, words: readonly Word[], folded: string): Spoken {
  const scores = cleared(languages.length);
  let best = 0;
  for (const word of words) {
    if (word.languages[0] === 0) continue;
    const weight = telling(word, folded) / word.languages.length;
    for (const index of word.languages) {
      const score = (scores[index] as number) + weight;
      scores[index] = score;
      if (score > best) best = score;
    }
  }
  if (best < EVIDENCE) best = 0;
  const spoken = new Uint8Array(languages.length);
  spoken[0] = 1;
  for (const word of words)
    for (const index of word.languages)
      if ((scores[index] as number) >= best * (index === ENGLISH ? SHARE_ENGLISH : SHARE)) spoken[index] = 1;
  if ((scores[ENGLISH] as number) < best * SHARE) spoken[ENGLISH] = spoken[ENGLISH] === 1 ? 2 : 0;
  return spoken;
}

let scratch = new Float32Array(0);

/** One array, reused for all messages. */
function cleared(length: number): Float32Array {
  if (scratch.length !== length) scratch = new Float32Array(length);
  return scratch.fill(0);
}

function telling({ role, start, end }: Word, folded: string): number {
  const letters = scriptOf(folded.charCodeAt(start)) === UNSPACED ? LETTERS_UNSPACED : LETTERS;
  return ((TELLING[role] ?? 1) * Math.min(end - start, letters)) / letters;
}

/** A noun that means a code in any language counts in all of them; a plain one only if it is long enough. */
function isMeant({ role, languages, start, end }: Word, spoken: Spoken): boolean {
  const length = end - start;
  if (role === "otp" || role === "approval" || (role === "code" && length >= SURE_NOUN)) return true;
  for (const index of languages) {
    const how = spoken[index];
    if (how === 1 || (how === 2 && length > SMALL)) return true;
  }
  return false;
}

const SURE_NOUN = 4;

/** `code` inside `code de vérification`: the longer phrase from the same start replaces the shorter one. */
function addLonger(words: Word[], word: Word): void {
  for (let i = words.length - 1; i >= 0 && (words[i] as Word).start === word.start; i--) {
    const other = words[i] as Word;
    if (other.role !== word.role) continue;
    if (word.end > other.end) words[i] = word;
    return;
  }
  words.push(word);
}
