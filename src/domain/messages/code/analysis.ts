/** A message read once: what the code finder and the service finder both ask for. */
import type { Candidate } from "./candidate.ts";
import { findCandidates } from "./candidates.ts";
import type { Word } from "./lexicon.ts";
import type { Reading } from "./reading.ts";
import { read } from "./reading.ts";
import type { Spoken } from "./spoken.ts";
import { asSpoken, spokenLanguages } from "./spoken.ts";
import { LEXICONS } from "./vocabulary/all.ts";
import { compileVocabulary, findWords } from "./words.ts";

const VOCABULARY = compileVocabulary(LEXICONS);

export interface Analysis {
  reading: Reading;
  candidates: readonly Candidate[];
  /** Words with a role in the languages of the message, in the order they start. */
  words: readonly Word[];
  spoken: Spoken;
  /** Whether the original has a capital letter where `folded[i]` was read. */
  isCapital: (index: number) => boolean;
}

/** Reads a message of any length in bounded time. */
export function analyse(text: string): Analysis {
  const reading = read(text);
  const { folded, at } = reading;
  const isCapital = (i: number): boolean => i >= 0 && isUpper(text.charCodeAt(at[i] as number));
  const isHump = (i: number): boolean => isCapital(i) && !isCapital(i - 1);
  const found = findWords(VOCABULARY, folded, isHump);
  const spoken = spokenLanguages(VOCABULARY, found, folded);
  const candidates = findCandidates(folded, isCapital);
  return { reading, candidates, words: asSpoken(found, spoken), spoken, isCapital };
}

function isUpper(unit: number): boolean {
  if (unit < 0xc0) return unit >= 0x41 && unit <= 0x5a;
  const letter = String.fromCharCode(unit);
  return letter !== letter.toLowerCase();
}

/** The language a word is explained with: one the message is in, if that knows it. */
export function languageOf({ languages }: Word, spoken: Spoken): string {
  const index = languages.find((one) => one > 0 && spoken[one] === 1) ?? languages[0];
  return VOCABULARY.languages[index as number] as string;
}
