/** Calling codes of two digits (ITU E.164); 1 and 7 have one, every other has three. */
const twoDigits = /^(20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

function dialLength(digits: string): number {
  if (/^[17]/.test(digits)) return 1;
  return twoDigits.test(digits) ? 2 : 3;
}

/** 15550123456 → +1 555 012 3456: grouped for readability, not by each country's plan. */
export function readable(digits: string): string {
  const length = dialLength(digits);
  const rest = digits.slice(length);
  const groups = rest.length === 10 ? [rest.slice(0, 3), rest.slice(3, 6), rest.slice(6)] : inThrees(rest);
  return `+${[digits.slice(0, length), ...groups].filter(Boolean).join(" ")}`;
}

function inThrees(digits: string): string[] {
  const groups = digits.match(/\d{1,3}/g) ?? [];
  const last = groups.at(-1);
  if (groups.length > 1 && last?.length === 1) groups.splice(-2, 2, `${groups.at(-2)}${last}`);
  return groups;
}
