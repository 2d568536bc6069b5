/** Turns a stretch of words and its position into a service, or into nothing. */
import type { RecognizedService } from "../../service.ts";
import { isNoun } from "../scene.ts";
import { LATIN } from "../scripts.ts";
import { COMMON_WORDS } from "./common-words.ts";
import type { Entity, Words } from "./entities.ts";
import { EPITHETS, isTaken, knownFrom } from "./entities.ts";
import type { Frame } from "./frames.ts";
import type { NameIndex } from "./names.ts";
import { deriveSlug } from "./names.ts";
import type { Place } from "./places.ts";
import { gap, placeOf, startsSentence } from "./places.ts";
import type { Token } from "./tokens.ts";
import { hasCapitals } from "./tokens.ts";

/** A message as the service finder reads it. */
export interface Page extends Words {
  /** The original text of the tokens from one to another. */
  written: (first: number, last: number) => string;
  /** Everything is in capitals, so capitals mean nothing. */
  shouted: boolean;
  /** German and its relatives: every noun has a capital. */
  nounsInCapitals: boolean;
  /** The message mentions money, so a name may be the merchant's. */
  paid: boolean;
}

/** From this confidence on a name is accepted; an ordinary word where a name is likely stays below. */
const DOUBTFUL = 0.57;
const MENTION = 0.62;
const FOREIGN = 0.52;
/** How much less certain a name is that is in no list. */
const UNKNOWN = 0.1;
const UNCASED = 0.35;
/** At the beginning of a sentence a capital means nothing. */
const INITIAL = 0.1;
/** `OTP for INR 250 at Uber`: how much less certain a shop is than a signature. */
const MERCHANT = 0.12;
/** Known names this short need a supporting place, or are doubted; in small letters they need more. */
const SHORT = 4;
const LONG = 6;

/** The service that an entity in running text names. */
export function judge(page: Page, entity: Entity): RecognizedService | null {
  const place = placeOf(page.folded, page.tokens, entity.first, entity.until);
  const confidence = entity.slug ? ofKnown(page, entity, place) : ofUnknown(page, entity, place);
  return confidence === null ? null : named(page, entity, confidence);
}

function named({ written }: Page, { first, last, slug }: Entity, confidence: number): RecognizedService {
  const name = written(first, last);
  return { slug: slug ?? deriveSlug(name), name, confidence, known: slug !== null };
}

function ofKnown(page: Page, { first, last, until }: Entity, place: Place | null): number | null {
  const token = page.tokens[first] as Token;
  const merchant = page.paid && !place?.plain ? MERCHANT : 0;
  const length = keyLength(page, first, last);
  const isWord = first === last && COMMON_WORDS.has(token.key);
  if (hasCapitals(token) && !token.capital) {
    if (isWord || (first === last && length < SHORT)) return null;
    if (place) return place.own - 0.02;
    return length > LONG ? mention(first, length) : null;
  }
  if (isWord) {
    if (page.foreign && token.script === LATIN) return (place?.own ?? MENTION) - merchant;
    if (!place?.plain) return isAllCapitals(page, first, last) && !page.shouted ? DOUBTFUL - merchant : null;
    return saysCapital(page, first, until) ? place.own : DOUBTFUL;
  }
  if (place) return place.own - merchant;
  return (length > SHORT ? mention(first, length) : DOUBTFUL) - merchant;
}

/** Earlier and longer names are more likely to be the sender than a merchant mentioned in passing. */
function mention(position: number, length: number): number {
  return MENTION - Math.min(position, 10) * 0.01 + Math.min(length, 12) * 0.004;
}

/** A capital means something if the words around it have none and no sentence begins there. */
function saysCapital(page: Page, first: number, last: number): boolean {
  const next = page.tokens[last + 1];
  return !page.shouted && !startsSentence(page.folded, page.tokens, first) && !next?.capital;
}

function ofUnknown(page: Page, { first, last }: Entity, place: Place | null): number | null {
  const token = page.tokens[first] as Token;
  if (!hasCapitals(token)) return place?.plain && last - first < 2 ? place.own - UNCASED : null;
  if (keyLength(page, first, last) < 3 && !isAllCapitals(page, first, last)) return null;
  if (page.foreign && token.script === LATIN)
    return place ? place.own - UNKNOWN : FOREIGN - Math.min(first, 10) * 0.005;
  if (!place || ((page.shouted || page.nounsInCapitals) && !place.plain)) return null;
  const initial = startsSentence(page.folded, page.tokens, first);
  if (initial && !place.plain) return null;
  const merchant = page.paid && !place.plain ? MERCHANT : 0;
  return place.own - UNKNOWN - merchant - (initial ? INITIAL : 0);
}

function keyLength({ tokens }: Page, first: number, last: number): number {
  let length = 0;
  for (let i = first; i <= last; i++) length += (tokens[i] as Token).key.length;
  return length;
}

function isAllCapitals({ written }: Page, first: number, last: number): boolean {
  const name = written(first, last);
  return name === name.toUpperCase();
}

/** The service that a bracket, a label or a signature names: a known name in it, or all of it. */
export function judgeFrame(index: NameIndex, page: Page, frame: Frame): RecognizedService | null {
  const bracketed = frame.own >= BRACKET ? wholeName(index, page, frame) : null;
  if (bracketed) return named(page, bracketed, Math.min(0.99, frame.own + 0.08));
  const inside = tokensIn(page, frame);
  if (!inside) return null;
  const { first, last } = inside;
  const known = knownIn(index, page, first, last);
  const token = page.tokens[first] as Token;
  if (known) {
    const whole = known.first === first && known.last === last;
    const isName = !isCommonWord(page, known) || (inside.whole && whole && frame.own >= SURE);
    if (isName) return named(page, known, whole ? Math.min(0.99, frame.own + 0.08) : frame.own);
    if (first === last) return null;
  }
  if (last - first >= MOST_WORDS || keyLength(page, first, last) < 2) return null;
  if ((frame.own < SURE || !inside.whole) && hasCapitals(token) && !token.capital) return null;
  if (frame.own < LINE && !hasCapitals(token)) return null;
  const doubt = frame.own >= BRACKET ? UNKNOWN / 4 : UNKNOWN;
  return named(page, { first, last, until: last, slug: null }, frame.own - doubt);
}

/** `[Booking]`: a word alone in brackets is a name, even though bookings have numbers. */
function wholeName(index: NameIndex, page: Page, { start, end }: Frame): Entity | null {
  const first = page.tokens.findIndex((t) => t.start >= start);
  const token = page.tokens[first];
  if (!token || token.end > end || isSaidAlone(token)) return null;
  const known = knownFrom(index, page, first);
  return known && (page.tokens[known.last] as Token).end === end ? known : null;
}

/** `[Code]`, `[Login]`: words that messages with codes put in brackets. */
function isSaidAlone({ role }: Token): boolean {
  return role !== null && (isNoun({ role }) || role === "verify" || role === "share");
}

/** Brackets and labels; a last sentence may be anything. */
const SURE = 0.8;
/** Lines and text set off by a dash: enough for scripts without capitals. */
const LINE = 0.74;
const MOST_WORDS = 5;

function isCommonWord({ tokens }: Page, { first, last }: Entity): boolean {
  return first === last && COMMON_WORDS.has((tokens[first] as Token).key);
}

interface Inside {
  first: number;
  last: number;
  /** Nothing else is in the frame. */
  whole: boolean;
}

/** The tokens of a frame without words about codes at its ends; null if no name is left, or a code is in it. */
function tokensIn({ tokens, ...page }: Page, { start, end, own }: Frame): Inside | null {
  const from = tokens.findIndex((t) => t.start >= start);
  const to = tokens.findLastIndex((t) => t.end <= end);
  if (from < 0) return null;
  const isEmpty = own >= BRACKET ? isSaidOfCodes : isSaid;
  let [first, last] = [from, to];
  while (first <= last && isEmpty(tokens[first] as Token)) first++;
  while (first <= last && isEmpty(tokens[last] as Token)) last--;
  if (last < to && last >= first && isEpithet(tokens[last + 1] as Token)) last++;
  const inside = tokens.slice(first, last + 1);
  if (inside.every(isSaid)) return null;
  if (inside.some((token) => isTaken({ tokens, ...page }, token))) return null;
  const isDomain = last + 2 === to + 1 && gap(page.folded, tokens, last) === ".";
  return { first, last, whole: first === from && (last === to || isDomain) };
}

/** `Orange Bank`: the second word is part of the name. */
function isEpithet({ key, capital }: Token): boolean {
  return capital && EPITHETS.has(key);
}

/** The text in brackets is the name, whatever its letters mean: `【倒三角】`, where `角` is also money. */
const BRACKET = 0.88;

function isSaid({ role, key }: Token): boolean {
  return role !== null || /^\d+$/.test(key);
}

function isSaidOfCodes({ role, key }: Token): boolean {
  if (role === null) return /^\d+$/.test(key);
  return isNoun({ role }) || role === "verify" || role === "link" || role === "share";
}

function knownIn(index: NameIndex, page: Page, first: number, last: number): Entity | null {
  for (let i = first; i <= last; i++) {
    const known = knownFrom(index, page, i);
    if (known && known.last <= last) return known;
  }
  return null;
}
