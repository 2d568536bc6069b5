/** A message read once: the data that the code finder and the service finder share. */
import type { Candidate } from "./candidate.ts";
import { findCandidates } from "./candidates.ts";
import type { Word } from "./lexicon.ts";
import type { Reading } from "./reading.ts";
import { read } from "./reading.ts";
import type { Spoken } from "./spoken.ts";
import { asSpoken, spokenLanguages } from "./spoken.ts";
import { LEXICONS } from "./vocabulary/all.ts";
import { compileVocabulary, findWords, type Vocabulary } from "./words.ts";

let compiled: { vocabulary: Vocabulary; capitalizing: number[] } | undefined;

/**
 * Compiles the vocabulary. That takes a third of a second, so it is done for the first message; a server does it before
 * one can come.
 */
export function prepareVocabulary(): { vocabulary: Vocabulary; capitalizing: number[] } {
  if (compiled) return compiled;
  const vocabulary = compileVocabulary(LEXICONS);
  const capitalizing = ["de", "lb", "nds"].map((language) => vocabulary.languages.indexOf(language));
  return (compiled = { vocabulary, capitalizing });
}

export interface Analysis {
  text: string;
  reading: Reading;
  candidates: readonly Candidate[];
  /** Detected on first use: a message without a number needs no words. */
  heard: () => Heard;
  /** Whether the original has a capital letter where `folded[i]` was read. */
  isCapital: (index: number) => boolean;
}

export interface Heard {
  /** Words with a role in the languages of the message, in the order of their starts. */
  words: readonly Word[];
  spoken: Spoken;
}

/** Reads a message of any length in bounded time; one that was already read is returned unchanged. */
export function analyse(message: string | Analysis): Analysis {
  if (typeof message !== "string") return message;
  const reading = read(message);
  const isCapital = (i: number): boolean => reading.capitals[i] === 1;
  let heard: Heard | undefined;
  return {
    text: message,
    reading,
    candidates: findCandidates(reading.folded, isCapital),
    heard: () => (heard ??= listen(reading)),
    isCapital,
  };
}

function listen({ folded, capitals }: Reading): Heard {
  const isHump = (i: number): boolean => capitals[i] === 1 && capitals[i - 1] !== 1;
  const { vocabulary } = prepareVocabulary();
  const found = findWords(vocabulary, folded, isHump);
  const spoken = spokenLanguages(vocabulary, found, folded);
  return { words: asSpoken(found, spoken), spoken };
}

/** The language of a word in an explanation: one of the message's languages, if it has the word. */
export function languageOf({ languages }: Word, spoken: Spoken): string {
  const index = languages.find((one) => one > 0 && spoken[one] === 1) ?? languages[0];
  return prepareVocabulary().vocabulary.languages[index as number] as string;
}

/** Whether a message is in a language that begins every noun with a capital letter. */
export function hasNounsInCapitals({ spoken }: Heard): boolean {
  return prepareVocabulary().capitalizing.some((index) => spoken[index] === 1);
}
