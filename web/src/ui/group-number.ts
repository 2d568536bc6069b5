/** `[leading digits, pattern, format]`; a format of "" is groups with blanks between. */
export type PhoneFormat = [leading: string, pattern: string, format: string];

/** Calling codes of two digits (ITU E.164); 1 and 7 have one, every other has three. */
const twoDigits = /^(20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

function dialLength(digits: string): number {
  if (/^[17]/.test(digits)) return 1;
  return twoDigits.test(digits) ? 2 : 3;
}

/**
 * 33612345678 → +33 6 12 34 56 78: as its country groups it, by the formats of its calling code. What no country has
 * (the sandbox's numbers) is in groups that are easy to read.
 */
export function groupNumber(digits: string, formats: Record<string, PhoneFormat[]>): string {
  const length = dialLength(digits);
  const [code, rest] = [digits.slice(0, length), digits.slice(length)];
  const fitting = formats[code]?.find(
    ([leading, pattern]) =>
      new RegExp(`^(?:${leading})`).test(rest) && new RegExp(`^(?:${pattern})$`).test(rest),
  );
  return `+${[code, fitting ? inFormat(rest, fitting) : inGroups(rest)].filter(Boolean).join(" ")}`;
}

function inFormat(rest: string, [, pattern, format]: PhoneFormat): string {
  const match = new RegExp(`^(?:${pattern})$`);
  return format === "" ? (match.exec(rest)?.slice(1).join(" ") ?? rest) : rest.replace(match, format);
}

function inGroups(rest: string): string {
  const groups = rest.length === 10 ? [rest.slice(0, 3), rest.slice(3, 6), rest.slice(6)] : inThrees(rest);
  return groups.join(" ");
}

function inThrees(digits: string): string[] {
  const groups = digits.match(/\d{1,3}/g) ?? [];
  const last = groups.at(-1);
  if (groups.length > 1 && last?.length === 1) groups.splice(-2, 2, `${groups.at(-2)}${last}`);
  return groups;
}
