/** Everything the weighing asks about a message, prepared once: words with roles, distances, the mood of the whole. */
import type { Candidate } from "./candidates.ts";
import type { Role, Word } from "./lexicon.ts";
import { CYRILLIC, DIGIT, GREEK, LATIN, NONE, UNSPACED, scriptOf } from "./scripts.ts";

export interface Scene {
  folded: string;
  words: readonly Word[];
  candidates: readonly Candidate[];
  /** How often each role occurs. */
  count: Record<Role, number>;
  /** Letters that belong to no word of the vocabulary, up to each position. */
  strange: Int32Array;
  /** Ends of sentences and lines up to each position. */
  breaks: Int32Array;
  /** Letters and digits outside the candidates. */
  letters: number;
  /** Nouns that a warning speaks of: `never share your OTP`. */
  warned: ReadonlySet<Word>;
  /** Plain code nouns with a purpose: `код для входа`, `SMS code to log into`, `code à saisir`. */
  purposeful: ReadonlySet<Word>;
}

const NO_WORDS: Readonly<Record<Role, number>> = {
  otp: 0,
  code: 0,
  verify: 0,
  enter: 0,
  link: 0,
  copula: 0,
  share: 0,
  valid: 0,
  id: 0,
  phone: 0,
  promo: 0,
  notice: 0,
  unit: 0,
  money: 0,
  month: 0,
};

/** Words that may stand between a noun and its code without parting them. */
const NEUTRAL: ReadonlySet<Role> = new Set<Role>(["otp", "code", "verify", "enter", "link", "copula"]);

/** One sentence end counts this much in `breaks`; a line end, where labels and codes often part, half. */
export const SENTENCE = 2;
const LINE = 1;

/** No message people write has more words of these roles; what stands between them is not looked at. */
const MAX_WORDS = 200;

/** `isCapital(i)` is true where the original has a capital letter. */
export function prepareScene(
  folded: string,
  found: Word[],
  candidates: Candidate[],
  isCapital: (index: number) => boolean,
): Scene {
  const words = dropCovered(
    found.length <= MAX_WORDS ? found : [...found.slice(0, 150), ...found.slice(-50)],
  );
  const count = { ...NO_WORDS };
  const neutral = new Uint8Array(folded.length);
  for (const word of words) {
    count[word.role]++;
    if (NEUTRAL.has(word.role)) neutral.fill(1, word.start, word.end);
  }
  const letters = countLetters(folded, candidates);
  const scene = { folded, words, candidates, count, letters, ...distances(folded, neutral, isCapital) };
  return { ...scene, warned: findWarned(scene), purposeful: findPurposeful(scene) };
}

type Measured = Omit<Scene, "warned" | "purposeful">;

function countLetters(folded: string, candidates: readonly Candidate[]): number {
  let letters = 0;
  for (let i = 0; i < folded.length; i++) if (scriptOf(folded.charCodeAt(i)) !== NONE) letters++;
  for (const c of candidates) letters -= c.plain.length;
  return letters;
}

function findWarned(scene: Measured): Set<Word> {
  const warned = new Set<Word>();
  let warning: Word | null = null;
  for (const word of scene.words) {
    if (word.role === "share") warning = word;
    else if (
      (word.role === "otp" || word.role === "code") &&
      warning &&
      isOneBreath(scene, warning, word, 30)
    ) {
      warned.add(word);
    }
  }
  return warned;
}

function findPurposeful(scene: Measured): Set<Word> {
  const purposes = scene.words.filter(
    (w) => w.role === "verify" || (w.role === "enter" && scene.count.promo === 0),
  );
  const nouns = scene.words.filter((w) => w.role === "code");
  return new Set(nouns.filter((noun) => purposes.some((p) => isOneBreath(scene, p, noun, 40))));
}

/** Two words of one sentence with at most so many strange letters between. */
function isOneBreath(scene: Measured, a: Word, b: Word, strange: number): boolean {
  const [from, to] = a.start < b.start ? [a.end, b.start] : [b.end, a.start];
  return (
    from > to || (breaksBetween(scene, from, to) < SENTENCE && strangeBetween(scene, from, to) <= strange)
  );
}

/** Inside `claim code` there is no code, inside `account code` no account: the longer phrase decides. */
function dropCovered(words: Word[]): Word[] {
  const nouns = words.filter((w) => YIELDING.has(w.role) && w.role !== "phone");
  return words.filter((w) => !YIELDING.has(w.role) || !isCovered(nouns, w));
}

const YIELDING: ReadonlySet<Role> = new Set<Role>(["otp", "code", "id", "promo", "verify", "phone"]);

function isCovered(nouns: readonly Word[], word: Word): boolean {
  for (const noun of nouns) {
    if (noun.start > word.start) return false; // Words come in the order they start, endings aside.
    // `เปลี่ยนเบอร์`, `phone number`: a purpose keeps its phone, but not its code.
    if (noun.role === "verify" && word.role !== "phone") continue;
    if (noun.role !== word.role && covers(noun, word)) return true;
  }
  return false;
}

function covers(longer: Word, shorter: Word): boolean {
  return (
    longer.start <= shorter.start &&
    longer.end >= shorter.end &&
    longer.end - longer.start > shorter.end - shorter.start
  );
}

function distances(
  folded: string,
  neutral: Uint8Array,
  isCapital: (index: number) => boolean,
): { strange: Int32Array; breaks: Int32Array } {
  const strange = new Int32Array(folded.length + 1);
  const breaks = new Int32Array(folded.length + 1);
  for (let i = 0; i < folded.length; i++) {
    const script = scriptOf(folded.charCodeAt(i));
    const letter = script !== NONE && neutral[i] === 0;
    strange[i + 1] =
      (strange[i] as number) + (letter ? (script === UNSPACED ? 3 : script === DIGIT ? 1 : 2) : 0);
    breaks[i + 1] = (breaks[i] as number) + breakAt(folded, i, isCapital);
  }
  return { strange, breaks };
}

const BREAKS = new Uint8Array(0x10000);
for (const sign of "。！？।۔؟!?;") BREAKS[sign.charCodeAt(0)] = SENTENCE;
BREAKS[0x0a] = LINE;
const DOT = 0x2e;
const BLANK = 0x20;

function breakAt(folded: string, i: number, isCapital: (index: number) => boolean): number {
  const unit = folded.charCodeAt(i);
  if (unit !== DOT) return BREAKS[unit] as number;
  if (scriptOf(folded.charCodeAt(i - 1)) === NONE) return 0;
  const next = folded.charCodeAt(i + 1) === BLANK ? i + 2 : i + 1;
  const script = scriptOf(folded.charCodeAt(next));
  // `Rs. 250`, `No. 4471`, `2500 руб. на карту`: dots of abbreviations; `lark.co.th`: of a name.
  if (script === DIGIT) return next === i + 1 || isShortWord(folded, i) ? 0 : SENTENCE;
  const cased = script === LATIN || script === CYRILLIC || script === GREEK;
  if (cased && !isCapital(next)) return 0;
  return next === i + 1 && script !== NONE ? LINE : SENTENCE; // `0255.Please`, `LARK.CO.TH`: either.
}

function isShortWord(folded: string, end: number): boolean {
  for (let i = end - 1; i >= end - 4; i--) {
    const script = scriptOf(folded.charCodeAt(i));
    if (script === NONE) return true;
    if (script === DIGIT) return false;
  }
  return false;
}

export function strangeBetween(scene: Measured, from: number, to: number): number {
  return (scene.strange[to] as number) - (scene.strange[from] as number);
}

export function breaksBetween(scene: Measured, from: number, to: number): number {
  return (scene.breaks[to] as number) - (scene.breaks[from] as number);
}
