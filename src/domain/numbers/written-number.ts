/** The separators between the digits of a number as people write it. */
const separators = /[ \t().\-/]/g;
/** Dashes of every width are one, as are the digits of Arabic and Persian keyboards and the European ones. */
const dashes = /[\p{Pd}\u2212]/gu;
const arabicDigits = /[\u0660-\u0669\u06f0-\u06f9]/g;

const rounded = /^\+?\d+([.,]\d+)?e\+?\d+$/i;
const fraction = /^(\+?\d{7,}|\d{1,3}(?:,\d{3}){2,})[.,](\d{1,6})$/;
const grouped = /^\d{1,3}([,'’]\d{3})+$/;

/**
 * The digits of a number as people and their programs write it, country code first: `+1 (555) 012-3456`, `001…`,
 * `15550123456.0` (a program that took it for a quantity), `15,550,123,456`. Ambiguous input is an error.
 */
export function readDigits(written: string): { digits: string } | { fault: string } {
  const text = plain(written);
  if (text === "") return { fault: "the number is missing" };
  if (rounded.test(text))
    return {
      fault: `a spreadsheet has rounded it to ${text}, and its last digits are lost: format the column as text and export the original again`,
    };
  const [, whole = text, decimals = ""] = (!grouped.test(text) && fraction.exec(text)) || [];
  if (/[1-9]/.test(decimals)) return { fault: `${text} is a fraction, not a number` };
  const digits = (grouped.test(whole) ? whole.replaceAll(/[,'’]/g, "") : whole)
    .replaceAll(separators, "")
    .replace(/^(\+|00)/, "");
  if (/^\d{5,15}$/.test(digits)) return { digits };
  const [stranger] = digits.replaceAll(/\d/g, "");
  const why = stranger === undefined ? "" : `; ${nameOf(stranger)} is none`;
  return { fault: `a number is 5 to 15 digits with its country code${why}` };
}

const plain = (written: string): string =>
  written
    .normalize("NFKC")
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll(dashes, "-")
    .replaceAll(arabicDigits, (digit) => String(digit.charCodeAt(0) & 0xf))
    .trim();

const nameOf = (letter: string): string =>
  /[\p{L}\p{P}\p{S}]/u.test(letter)
    ? `"${letter}"`
    : `the character U+${(letter.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;
