/**
 * Which script a UTF-16 unit belongs to, as small numbers in one table.
 * Boundaries are decided by script, not by `\b`: in `รหัสOTP123456` and `验证码123456，` there is no space to find,
 * and a code ends where digits and Latin letters end.
 */
export const NONE = 0;
export const DIGIT = 1;
export const LATIN = 2;
export const CYRILLIC = 3;
export const GREEK = 4;
export const ARABIC = 5;
export const HEBREW = 6;
export const INDIC = 7;
export const CAUCASIAN = 8;
export const ETHIOPIC = 9;
/** Scripts written without spaces, or (Hangul) in compounds: words may start anywhere. */
export const UNSPACED = 10;

/** [first, last, script], inclusive; units outside every range are punctuation or symbols (NONE). */
const RANGES: readonly (readonly [number, number, number])[] = [
  [0x30, 0x39, DIGIT],
  [0x41, 0x5a, LATIN],
  [0x61, 0x7a, LATIN],
  [0xc0, 0x24f, LATIN],
  [0x250, 0x2af, LATIN],
  [0x1e00, 0x1eff, LATIN],
  [0x370, 0x3ff, GREEK],
  [0x1f00, 0x1fff, GREEK],
  [0x400, 0x52f, CYRILLIC],
  [0x530, 0x58f, CAUCASIAN],
  [0x10a0, 0x10ff, CAUCASIAN],
  [0x590, 0x5ff, HEBREW],
  [0x620, 0x669, ARABIC],
  [0x66e, 0x6d3, ARABIC],
  [0x6d5, 0x77f, ARABIC],
  [0x780, 0x7b1, INDIC], // Thaana
  [0x7c0, 0x7ea, INDIC], // N'Ko
  [0x900, 0x963, INDIC],
  [0x971, 0xdff, INDIC],
  [0xe01, 0xe4f, UNSPACED],
  [0xe81, 0xeff, UNSPACED],
  [0xf00, 0xf0a, UNSPACED], // Tibetan
  [0xf0c, 0xfbc, UNSPACED],
  [0x1000, 0x109f, UNSPACED],
  [0x1200, 0x139f, ETHIOPIC],
  [0x1780, 0x17ff, UNSPACED],
  [0x1c5a, 0x1c7d, INDIC], // Ol Chiki
  [0x2d30, 0x2d6f, INDIC], // Tifinagh
  [0x3041, 0x30ff, UNSPACED],
  [0x3400, 0x9fff, UNSPACED],
  [0xac00, 0xd7af, UNSPACED],
  [0xf900, 0xfaff, UNSPACED],
];

const TABLE = new Uint8Array(0x10000);
for (const [first, last, script] of RANGES) TABLE.fill(script, first, last + 1);
for (const [first, last] of [
  [0xd7, 0xd7], // × and ÷ are in the range of the accented letters.
  [0xf7, 0xf7],
  [0x55a, 0x55f], // Punctuation of Armenian, Hebrew, Burmese, Ethiopic and Khmer within their ranges of letters.
  [0x589, 0x58a],
  [0x5be, 0x5be],
  [0x5c0, 0x5c0],
  [0x5c3, 0x5c3],
  [0x104a, 0x104f],
  [0x1360, 0x1368],
  [0x17d4, 0x17da],
] as const)
  TABLE.fill(NONE, first, last + 1);

/** The script of one UTF-16 unit of folded text (where every digit is ASCII); NaN counts as NONE. */
export function scriptOf(unit: number): number {
  return TABLE[unit] ?? NONE;
}

/** Digit or Latin letter: the only characters codes are made of. */
export function isCodeUnit(unit: number): boolean {
  const script = scriptOf(unit);
  return script === DIGIT || script === LATIN;
}

export function isDigitUnit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
