/** Calling codes of the countries, longest first; filled when the countries are known (data/use-countries.ts). */
let dialCodes: string[] = [];

export function knowDialCodes(codes: string[]): void {
  dialCodes = [...new Set(codes)].toSorted((a, b) => b.length - a.length);
}

/** 15550123456 → +1 555 012 3456: grouped for reading, not by the plan of each country. */
export function readable(digits: string): string {
  const dial = dialCodes.find((code) => digits.startsWith(code)) ?? "";
  const rest = digits.slice(dial.length);
  const groups = rest.length === 10 ? [rest.slice(0, 3), rest.slice(3, 6), rest.slice(6)] : inThrees(rest);
  return `+${[dial, ...groups].filter(Boolean).join(" ")}`;
}

function inThrees(digits: string): string[] {
  const groups = digits.match(/\d{1,3}/g) ?? [];
  const last = groups.at(-1);
  if (groups.length > 1 && last?.length === 1) groups.splice(-2, 2, `${groups.at(-2)}${last}`);
  return groups;
}
