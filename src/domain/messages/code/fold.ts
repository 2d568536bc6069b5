/** One UTF-16 unit to its folded form: the spelling variants of a keyword become one spelling. */

/** Returned for marks that are not letters: zero-width, direction, separate accents, harakat, Thai tones. */
export const DROPPED = 0xffff;

/** First unit of every run of ten decimal digits in the BMP (Unicode Nd), so `١٢٣`, `۱۲۳`, `१२३`, `১২৩`, `๑๒๓` are read. */
const DIGIT_RUNS: readonly number[] = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
  0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50,
  0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
];

/** [first, last] of marks that are skipped when reading. */
const SKIPPED: readonly (readonly [number, number])[] = [
  [0xad, 0xad], // soft hyphen
  [0x300, 0x36f], // combining accents
  [0x5b0, 0x5c7], // Hebrew points
  [0x610, 0x61a],
  [0x640, 0x640], // tatweel
  [0x64b, 0x65f], // harakat
  [0x670, 0x670],
  [0x93c, 0x93c], // nukta
  [0x9bc, 0x9bc],
  [0xe31, 0xe31], // Mai han-akat, lost if a gateway mangles Thai (`รหส` for `รหัส`)
  [0xe47, 0xe4e], // Thai tone marks and nikhahit: the most often misspelt part of a word
  [0xec8, 0xecd],
  [0x180e, 0x180e],
  [0x200b, 0x200f], // zero-width, LRM, RLM
  [0x202a, 0x202e], // embeddings: U+202B surrounds codes in Arabic texts
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f], // variation selectors
  [0xfeff, 0xfeff],
];

/** Letters whose variants NFD does not unify. Left: as found; right: as read. */
const SAME: readonly (readonly [string, string])[] = [
  ["đðƌ", "d"],
  ["łľ", "l"],
  ["ø", "o"],
  ["ı", "i"],
  ["æ", "a"],
  ["œ", "o"],
  ["ß", "s"],
  ["þ", "t"],
  ["əǝ", "e"],
  ["ёэ", "е"],
  ["ґ", "г"],
  ["أإآٱ", "ا"],
  ["ىیېے", "ي"],
  ["کڪ", "ك"],
  ["ةۀەھہ", "ه"],
  ["ؤ", "و"],
  ["ำ", "า"],
  ["‐‑‒–—―−﹣－", "-"],
  ["’‘‛`´＇", "'"],
  ["“”„«»＂", '"'],
  ["：﹕︰ː", ":"],
  ["＝", "="],
  ["，،", "、"], // Separates clauses, never thousands: `1234，5分钟`.
  ["٫", "."],
  ["٬", ","],
  [
    "\u00a0\t\v\f\u2028\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    " ",
  ],
  ["\r\u0085\u2029", "\n"],
];

const MEMO = new Uint16Array(0x10000); // 0: not looked up yet.
for (const [found, read] of SAME) {
  for (const letter of found) MEMO[letter.charCodeAt(0)] = read.charCodeAt(0);
}
for (const [first, last] of SKIPPED) MEMO.fill(DROPPED, first, last + 1);
for (const zero of DIGIT_RUNS) for (let d = 0; d < 10; d++) MEMO[zero + d] = 0x30 + d;

/** Folded unit, or DROPPED. Never more than one unit for one, so that positions can be mapped back. */
export function foldUnit(unit: number): number {
  const known = MEMO[unit] as number;
  return known === 0 ? (MEMO[unit] = compute(unit)) : known;
}

function compute(unit: number): number {
  if (unit === 0) return 0x20;
  const lower = String.fromCharCode(unit).toLowerCase();
  const wide = unit >= 0xff01 && unit <= 0xff5e ? lower.normalize("NFKC") : lower;
  const base = wide.normalize("NFD").charCodeAt(0);
  const letter = base < 0x530 ? base : wide.charCodeAt(0); // Accents are only removed from European letters.
  const same = MEMO[letter];
  return same && same !== DROPPED ? same : letter;
}

/** ASCII value of a mathematical digit (𝟎 … 𝟿, always after U+D835), or -1. */
export function mathDigit(low: number): number {
  return low >= 0xdfce && low <= 0xdfff ? 0x30 + ((low - 0xdfce) % 10) : -1;
}
