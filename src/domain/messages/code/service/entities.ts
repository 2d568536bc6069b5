/** Stretches of words that may be a name: known ones, capitalized ones, foreign ones, and the contents of frames. */
import type { Candidate } from "../candidate.ts";
import { DIGIT, LATIN, UNSPACED } from "../scripts.ts";
import { COMMON_WORDS } from "./common-words.ts";
import type { NameIndex } from "./names.ts";
import { gap } from "./places.ts";
import type { Token } from "./tokens.ts";
import { hasCapitals } from "./tokens.ts";

/** Tokens `first` to `last`; `slug` if the catalogue knows them. What follows up to `until` belongs to the name. */
export interface Entity {
  first: number;
  last: number;
  until: number;
  slug: string | null;
}

const LONGEST_NAME = 5;
const LONGEST_UNKNOWN = 4;

export interface Words {
  folded: string;
  tokens: readonly Token[];
  candidates: readonly Candidate[];
  /** Most letters are in a script without capitals, so a Latin word is nearly always a brand. */
  foreign: boolean;
}

/** Known names, and runs of words that no vocabulary knows, in the order of the message. */
export function findEntities(index: NameIndex, words: Words): Entity[] {
  const entities: Entity[] = [];
  for (let i = 0; i < words.tokens.length;) {
    const known = knownFrom(index, words, i);
    const entity = known ? withEpithet(index, words, known) : unknownFrom(index, words, i);
    if (entity) entities.push(entity);
    i = entity ? entity.until + 1 : i + 1;
  }
  return entities;
}

/** `Steam Guard`, `Amazon Prime`: a capitalized word right after a name is part of it. */
function withEpithet(index: NameIndex, words: Words, known: Entity): Entity {
  const { folded, tokens } = words;
  const next = tokens[known.last + 1];
  if (!next?.capital || !isNameLike(words, known.last + 1) || gap(folded, tokens, known.last) !== " ")
    return known;
  return knownFrom(index, words, known.last + 1) ? known : { ...known, until: known.last + 1 };
}

/** Ordinary words that companies use in their names. */
export const EPITHETS: ReadonlySet<string> = new Set(
  "bank banka bankasi card pay wallet app group mobile money insurance express id".split(" "),
);

/** The longest known name that starts at a token, or a name with a case ending (`Googlova`). */
export function knownFrom(index: NameIndex, { folded, tokens }: Words, first: number): Entity | null {
  const token = tokens[first] as Token;
  // A vocabulary word in small letters is just that word.
  if (!token.capital && token.role !== null && hasCapitals(token)) return null;
  const isGlued = tokens[first + 1]?.start === token.end;
  const begins = index.starts.has(token.key) || (isGlued && index.starts.has(gluedKey(tokens, first)));
  if (!begins && !token.capital) return null;
  if (first > 0 && TIED.test(gap(folded, tokens, first - 1))) return null;
  if (!begins) return inflected(index, token, first);
  let best: Entity | null = null;
  let key = "";
  let capitals = true;
  for (let last = first; last < tokens.length && last - first < LONGEST_NAME; last++) {
    const next = tokens[last] as Token;
    if (last > first && !isOneName(gap(folded, tokens, last - 1))) break;
    capitals &&= next.capital || !hasCapitals(next) || next.script === DIGIT || CONNECTING.has(next.key);
    key += next.key;
    const slug = index.byKey.get(key);
    // `to you`, `we link`: two ordinary words are not a two-word name.
    if (slug && (last === first || capitals || isDotted(folded, tokens, first, last)))
      best = { first, last, until: last, slug };
  }
  return best;
}

/** A word continues after such a sign: `Tawan-ok`, `d'or`. */
const TIED = /^[-'&_]$/;

/** `SafeKey` is two words in the vocabulary and one in the catalogue. */
function gluedKey(tokens: readonly Token[], first: number): string {
  let key = (tokens[first] as Token).key;
  for (let i = first + 1; i < first + LONGEST_NAME && tokens[i]?.start === tokens[i - 1]?.end; i++)
    key += tokens[i]?.key;
  return key;
}

const SHORTEST_STEM = 5;
const LONGEST_CASE = 3;

/** `Facebooku`, `Googlova`, `Яндекса`: a known name of some length, with a capital, and a short ending. */
function inflected(index: NameIndex, { key, capital, role }: Token, first: number): Entity | null {
  if (!capital || role !== null) return null;
  for (let cut = 1; cut <= LONGEST_CASE && key.length - cut >= SHORTEST_STEM; cut++) {
    const stem = key.slice(0, -cut);
    const slug = COMMON_WORDS.has(stem) ? undefined : index.byKey.get(stem);
    if (slug) return { first, last: first, until: first, slug };
  }
  return null;
}

const CONNECTING: ReadonlySet<string> = new Set(["of", "de", "da", "do", "and", "the", "n", "s"]);

function isOneName(between: string): boolean {
  return between.length <= 3 && /^(?: ?[-.&'+!@/]? ?)$/.test(between) && between !== ". ";
}

/** `booking.com`, `ok.ru`. */
function isDotted(folded: string, tokens: readonly Token[], first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (!/^[.-]$/.test(gap(folded, tokens, i))) return false;
  return true;
}

/** A run of words that look like a name and are in no vocabulary, up to the next known name. */
function unknownFrom(index: NameIndex, words: Words, first: number): Entity | null {
  const { folded, tokens } = words;
  let last = first - 1;
  while (last + 1 < tokens.length && last - first < LONGEST_UNKNOWN) {
    if (!isNameLike(words, last + 1)) break;
    if (last >= first && !isNextOfRun(words, last)) break;
    if (last >= first && knownFrom(index, words, last + 1)) break;
    last++;
  }
  if (last >= first && isNextOfRun(words, last) && EPITHETS.has(tokens[last + 1]?.key ?? "")) {
    if (tokens[last + 1]?.capital) last++;
  }
  return last < first || isReference(folded, tokens, first) ? null : { first, last, until: last, slug: null };
}

function isNextOfRun({ folded, tokens }: Words, last: number): boolean {
  const [token, next] = [tokens[last] as Token, tokens[last + 1]];
  return (
    next !== undefined &&
    /^[ .&'+-]$/.test(gap(folded, tokens, last)) &&
    hasCapitals(token) === hasCapitals(next)
  );
}

/** `Ref. nRuMkV`: random letters, not a name. */
function isReference(folded: string, tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 1];
  return (
    before?.role === "id" &&
    /^(?:ref|อ้?างอิง|參考|参考)/.test(before.key) &&
    gap(folded, tokens, first - 1).length < 4
  );
}

function isNameLike(words: Words, i: number): boolean {
  const token = words.tokens[i] as Token;
  if (token.role !== null || token.script === DIGIT || isTaken(words, token)) return false;
  if (token.capital) return true;
  if (token.script === LATIN && words.foreign) return true;
  if (token.script === UNSPACED) return /^[\u30a1-\u30fc]{3,}$/.test(token.key); // Katakana, as brands are written.
  return !hasCapitals(token) && token.end - token.start >= 2;
}

/** `Siam99`: not a code if another number could be it. */
const NAME_WITH_NUMBER = /^[a-z]{3,}\d{1,3}$/;

/** A name is never a code, a number with letters, or a part of either. */
export function isTaken({ candidates }: Words, { key, start, end }: Token): boolean {
  const rival = candidates.find((c) => start < c.end && c.lead < end);
  if (rival && (rival.kind === "letters" || NAME_WITH_NUMBER.test(key)))
    return candidates.every((c) => c.kind === "letters" || c === rival);
  return rival !== undefined || /\d.*\d.*\d|\d[a-z]+\d/.test(key);
}

/** Whether most letters of a message are in scripts other than Latin, Cyrillic and Greek. */
export function isForeign(tokens: readonly Token[]): boolean {
  let latin = 0;
  let foreign = 0;
  for (const { script, start, end } of tokens) {
    if (script === LATIN) latin += end - start;
    else if (script !== DIGIT) foreign += end - start;
  }
  return foreign > latin / 2;
}
