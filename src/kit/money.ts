/**
 * Money is a safe integer of the currency's minor unit (kobo). These functions are the only way to parse and format
 * it.
 */

const pattern = /^(\d{1,12})(?:\.(\d{1,2}))?$/;

/** `"450"`, `"450.5"`, `"450.00"` → 45000, 45050, 45000; null for anything else, signs and exponents included. */
export function parseMinor(text: string): number | null {
  const match = pattern.exec(text);
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

/** 45000 → `"450.00"`. */
export function formatMinor(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, "0");
  return `${minor < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** 45000 → the JSON number `450.00`, exactly two decimals on the wire (contract, "Money"). */
export function moneyJson(minor: number): number {
  // rawJSON is an object that JSON.stringify prints verbatim; its declared type is the number it prints.
  return JSON.rawJSON(formatMinor(minor)) as unknown as number;
}
