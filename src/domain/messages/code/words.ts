/** Finds every word of the vocabulary in a message, in one pass over it. */
import { foldUnit, DROPPED } from "./fold.ts";
import type { Lexicon, Role, Word } from "./lexicon.ts";
import { EVERYWHERE } from "./lexicon.ts";
import { ARABIC, DIGIT, HEBREW, LATIN, NONE, UNSPACED, scriptOf } from "./scripts.ts";
import type { Phrase, Trie } from "./trie.ts";
import { begin, buildTrie, enter, meaningAt, step } from "./trie.ts";

/** Letters an ending may add; bounds the work on words of thousands of letters. */
const MAX_ENDING = 40;

/**
 * What one spelling means: in `languages` as a whole word, in `open` with any ending. Both are indices into
 * `Vocabulary.languages`.
 */
interface Entry {
  role: Role;
  languages: number[];
  open: number[];
}

/** Two tries: forward for words and stems, backward for the ends of compounds (`Bestätigungscode`). */
export interface Vocabulary {
  forward: Trie<Entry>;
  backward: Trie<Entry>;
  languages: readonly string[];
}

/** Folds a dictionary phrase the way messages are folded. */
function foldPhrase(phrase: string): string {
  let folded = "";
  for (let i = 0; i < phrase.length; i++) {
    const unit = foldUnit(phrase.charCodeAt(i));
    if (unit !== DROPPED) folded += String.fromCharCode(unit);
  }
  return folded;
}

/** Builds the tries from the languages' data. Regions may hold parts of one language. */
export function compileVocabulary(lexicons: readonly Lexicon[]): Vocabulary {
  const languages = [...new Set([EVERYWHERE, ...lexicons.map(({ language }) => language)])];
  const forward: Phrase<Entry>[] = [];
  const backward: Phrase<Entry>[] = [];
  for (const { language, ...roles } of lexicons) {
    const index = languages.indexOf(language);
    for (const [role, list] of Object.entries(roles) as [Role, string][]) {
      for (const item of list.split("|")) {
        const spelling = item.trim();
        const open = spelling.endsWith("*") ? [index] : [];
        const phrase = foldPhrase(spelling.replaceAll("*", ""));
        const entry: Entry = { role, languages: [index], open };
        if (spelling.startsWith("*")) backward.push([reversed(phrase), entry]);
        else if (phrase !== "") forward.push([phrase, entry]);
      }
    }
  }
  return { forward: buildTrie(forward, join), backward: buildTrie(backward, join), languages };
}

function reversed(phrase: string): string {
  return phrase.split("").toReversed().join("");
}

/** The same spelling with the same role in two languages is one entry for both; universal ones have no language. */
function join(entries: Entry[], entry: Entry): void {
  const same = entries.find((other) => other.role === entry.role);
  if (!same) {
    entries.push(entry);
    return;
  }
  same.languages = together(same.languages, entry.languages);
  same.open = together(same.open, entry.open);
}

function together(some: number[], others: number[]): number[] {
  const more = others.filter((language) => !some.includes(language));
  if (some.includes(0) || more.includes(0)) return [0];
  return more.length === 0 ? some : [...some, ...more];
}

/** A message, and the words that were found in it. */
interface Page {
  folded: string;
  isHump: (index: number) => boolean;
  words: Word[];
}

/**
 * All words with a role, in the order of their starts. `humps[i]` is true where the original has an inner capital.
 */
export function findWords(
  vocabulary: Vocabulary,
  folded: string,
  isHump: (index: number) => boolean,
): Word[] {
  const words: Word[] = [];
  const page: Page = { folded, isHump, words };
  let previous = NONE;
  let wordStart = 0;
  for (let i = 0; i <= folded.length; i++) {
    const script = i < folded.length ? scriptOf(folded.charCodeAt(i)) : NONE;
    if (script !== previous) {
      if (previous !== NONE && previous !== DIGIT && previous !== UNSPACED) {
        matchEnding(vocabulary.backward, page, wordStart, i);
      }
      wordStart = i;
    }
    if (startsHere(page, script, i - wordStart, i)) matchFrom(vocabulary.forward, page, i);
    previous = script;
  }
  return words;
}

/** Words start after another script; in Thai or Chinese anywhere; in Arabic and Hebrew also after a clitic. */
function startsHere({ folded, isHump }: Page, script: number, offset: number, i: number): boolean {
  if (script === NONE) return false;
  if (offset === 0 || script === UNSPACED) return true; // Digits too: `2fa`, `0TP`, `1회용`.
  if (script === LATIN) return isHump(i);
  if (script === ARABIC) return offset <= 3 && "والبكف".includes(folded[i - 1] as string);
  if (script === HEBREW) return offset <= 2 && "הובלמשכ".includes(folded[i - 1] as string);
  return false;
}

function matchFrom(trie: Trie<Entry>, page: Page, start: number): void {
  const { folded } = page;
  const first = folded.charCodeAt(start);
  const single = begin(trie, first);
  if (single < 0) return;
  const short = meaningAt(trie, single);
  if (short) addWords(page, short, start, start + 1);
  if (start + 1 === folded.length) return;
  let node = enter(trie, first, folded.charCodeAt(start + 1));
  for (let i = start + 2; node >= 0; i++) {
    const entries = meaningAt(trie, node);
    if (entries) addWords(page, entries, start, i);
    if (i === folded.length) return;
    node = step(trie, node, folded.charCodeAt(i));
  }
}

function addWords({ folded, words }: Page, entries: readonly Entry[], start: number, end: number): void {
  const script = scriptOf(folded.charCodeAt(start));
  const last = scriptOf(folded.charCodeAt(end - 1));
  if (isNegated(folded, end)) return;
  const after = scriptOf(folded.charCodeAt(end));
  const closed = last === UNSPACED || last === NONE || after !== last;
  const within = last === UNSPACED && isSmallInThai(folded, start, end);
  for (const { role, languages, open } of entries) {
    if (within && AT_EDGES.has(role)) continue;
    if (closed) words.push({ role, languages, start, end });
    else if (open.length > 0) words.push({ role, languages: open, start, end: wordEnd(folded, end, script) });
  }
}

/** `won't`: neither a prize nor the Korean currency. */
function isNegated(folded: string, end: number): boolean {
  return folded[end] === "'" && folded[end + 1] === "t" && scriptOf(folded.charCodeAt(end + 2)) !== LATIN;
}

/** Nouns and counts that speak against a code; inside Thai text three of them are parts of other words. */
const AT_EDGES: ReadonlySet<Role> = new Set<Role>([
  "id",
  "phone",
  "promo",
  "notice",
  "unit",
  "money",
  "month",
  "valid",
]);
const SMALL_IN_THAI = 3;

/** Thai, Lao, Khmer and Burmese letters with others of their script before and after. */
function isSmallInThai(folded: string, start: number, end: number): boolean {
  if (end - start > SMALL_IN_THAI || folded.charCodeAt(start) > LAST_OF_THAI) return false;
  return scriptOf(folded.charCodeAt(start - 1)) === UNSPACED && scriptOf(folded.charCodeAt(end)) === UNSPACED;
}

/** The scripts of South-East Asia come before Chinese, Japanese and Korean. */
const LAST_OF_THAI = 0x17ff;

function wordEnd(folded: string, from: number, script: number): number {
  let end = from;
  const limit = Math.min(folded.length, from + MAX_ENDING);
  while (end < limit && scriptOf(folded.charCodeAt(end)) === script) end++;
  return end;
}

function matchEnding(trie: Trie<Entry>, { folded, words }: Page, from: number, to: number): void {
  let node = begin(trie, folded.charCodeAt(to - 1));
  for (let i = to - 1; node >= 0 && i > from; i--) {
    for (const { role, languages } of meaningAt(trie, node) ?? [])
      words.push({ role, languages, start: i, end: to });
    node = step(trie, node, folded.charCodeAt(i - 1));
  }
}
