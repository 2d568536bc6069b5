/** Finds every word of the vocabulary in a message, in one pass over it. */
import { foldUnit, DROPPED } from "./fold.ts";
import type { Lexicon, Role, Word } from "./lexicon.ts";
import { ARABIC, DIGIT, HEBREW, LATIN, NONE, UNSPACED, scriptOf } from "./scripts.ts";
import type { Phrase, Trie } from "./trie.ts";
import { buildTrie, step } from "./trie.ts";

/** Letters an ending may add; bounds the work on words of thousands of letters. */
const MAX_ENDING = 40;

interface Entry {
  role: Role;
  language: string;
  open: boolean;
}

/** Two tries: forward for words and stems, backward for the ends of compounds (`Bestätigungscode`). */
export interface Vocabulary {
  forward: Trie<Entry>;
  backward: Trie<Entry>;
}

/** Folds a dictionary phrase the way messages are folded. */
export function foldPhrase(phrase: string): number[] {
  const units: number[] = [];
  for (let i = 0; i < phrase.length; i++) {
    const unit = foldUnit(phrase.charCodeAt(i));
    if (unit !== DROPPED) units.push(unit);
  }
  return units;
}

/** Builds the tries from the languages' data. */
export function compileVocabulary(lexicons: readonly Lexicon[]): Vocabulary {
  const forward: Phrase<Entry>[] = [];
  const backward: Phrase<Entry>[] = [];
  for (const { language, ...roles } of lexicons) {
    for (const [role, list] of Object.entries(roles)) {
      for (const phrase of list.split("|")) {
        const isEnding = phrase.startsWith("*");
        const entry: Entry = { role: role as Role, language, open: phrase.trim().endsWith("*") };
        const units = foldPhrase(phrase.replaceAll("*", "").trim());
        if (units.length > 0)
          (isEnding ? backward : forward).push([isEnding ? units.toReversed() : units, entry]);
      }
    }
  }
  const same = (a: Entry, b: Entry): boolean => a.role === b.role && a.open === b.open;
  return { forward: buildTrie(forward, same), backward: buildTrie(backward, same) };
}

/** All words with a role, in the order they start. `humps[i]` is true where the original has an inner capital. */
export function findWords(
  vocabulary: Vocabulary,
  folded: string,
  isHump: (index: number) => boolean,
): Word[] {
  const words: Word[] = [];
  let previous = NONE;
  let wordStart = 0;
  for (let i = 0; i <= folded.length; i++) {
    const script = i < folded.length ? scriptOf(folded.charCodeAt(i)) : NONE;
    if (script !== previous) {
      if (previous !== NONE && previous !== DIGIT && previous !== UNSPACED) {
        matchEnding(vocabulary.backward, folded, wordStart, i, words);
      }
      wordStart = i;
    }
    if (startsHere(script, i - wordStart, folded, i, isHump))
      matchFrom(vocabulary.forward, folded, i, script, words);
    previous = script;
  }
  return words;
}

/** Words start after another script; in Thai or Chinese anywhere; in Arabic and Hebrew also behind a clitic. */
function startsHere(
  script: number,
  offset: number,
  folded: string,
  i: number,
  isHump: (index: number) => boolean,
): boolean {
  if (script === NONE) return false;
  if (offset === 0 || script === UNSPACED) return true; // Digits too: `2fa`, `0TP`, `1회용`.
  if (script === LATIN) return isHump(i);
  if (script === ARABIC) return offset <= 3 && "والبكف".includes(folded[i - 1] as string);
  if (script === HEBREW) return offset <= 2 && "הובלמשכ".includes(folded[i - 1] as string);
  return false;
}

function matchFrom(trie: Trie<Entry>, folded: string, start: number, script: number, words: Word[]): void {
  let node = 0;
  for (let i = start; i < folded.length; i++) {
    node = step(trie, node, folded.charCodeAt(i));
    if (node < 0) return;
    const entries = trie.entries[node];
    if (entries) addWords(entries, folded, start, i + 1, script, words);
  }
}

function addWords(
  entries: readonly Entry[],
  folded: string,
  start: number,
  end: number,
  script: number,
  words: Word[],
): void {
  const last = scriptOf(folded.charCodeAt(end - 1));
  const short = end - start <= 2 && isThai(folded.charCodeAt(start));
  const closed = (last === UNSPACED && !short) || last === NONE || scriptOf(folded.charCodeAt(end)) !== last;
  for (const { role, language, open } of entries) {
    if (!closed && !open) continue;
    const stop = closed ? end : wordEnd(folded, end, script);
    replaceShorter(words, { role, language, start, end: stop });
  }
}

/** One or two Thai letters (`บ`, `น`: baht, o'clock) are words only when no letter follows. */
function isThai(unit: number): boolean {
  return unit >= 0xe00 && unit <= 0xeff;
}

/** `code` inside `code de vérification`: the longer phrase from the same start replaces the shorter one. */
function replaceShorter(words: Word[], word: Word): void {
  for (let i = words.length - 1; i >= 0 && (words[i] as Word).start === word.start; i--) {
    if ((words[i] as Word).role === word.role) {
      words[i] = word;
      return;
    }
  }
  words.push(word);
}

function wordEnd(folded: string, from: number, script: number): number {
  let end = from;
  const limit = Math.min(folded.length, from + MAX_ENDING);
  while (end < limit && scriptOf(folded.charCodeAt(end)) === script) end++;
  return end;
}

function matchEnding(trie: Trie<Entry>, folded: string, from: number, to: number, words: Word[]): void {
  let node = 0;
  for (let i = to - 1; i > from; i--) {
    node = step(trie, node, folded.charCodeAt(i));
    if (node < 0) return;
    for (const { role, language } of trie.entries[node] ?? [])
      words.push({ role, language, start: i, end: to });
  }
}
