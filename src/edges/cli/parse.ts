import { InvalidArgumentError } from "commander";
import { readCountryCode } from "../../domain/catalog/country-code.ts";
import { parseMinor } from "../../kit/money.ts";
import { parseTime } from "../../kit/parse-time.ts";

// The parsers of options and arguments. Each throws commander's own error, which names the option; exit code 2.

/** A price or limit: `450.00`. */
export function money(text: string): number {
  const minor = parseMinor(text);
  if (minor === null) throw new InvalidArgumentError("It must be an amount such as 450.00.");
  return minor;
}

/** An amount that may be negative: `-450.00`. */
export function signedMoney(text: string): number {
  const minor = money(text.replace(/^[+-]/, ""));
  if (minor === 0) throw new InvalidArgumentError("It must not be 0.");
  return text.startsWith("-") ? -minor : minor;
}

/** An id or a count: digits, at least 1, small enough for the database. */
export function whole(text: string): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  if (!(value >= 1 && value <= 0x7fffffff))
    throw new InvalidArgumentError("It must be a whole number, at least 1.");
  return value;
}

/** A day, which means its first moment in UTC; or a time with its zone. */
export function time(text: string): Date {
  const at = parseTime(text);
  if (!at) throw new InvalidArgumentError("It must be a day (2027-01-31) or a time (2027-01-31T12:00:00Z).");
  return at;
}

/** A country's ISO code. */
export function country(text: string): string {
  const code = readCountryCode(text);
  if (!/^[A-Z]{2}$/.test(code))
    throw new InvalidArgumentError("It must be an ISO 3166-1 code such as US, GB or NG.");
  return code;
}

/** Words separated by commas, or from an option given several times, all of which must be among `known`. */
export function listOf<T extends string>(known: readonly T[]): (text: string, before?: T[]) => T[] {
  return (text, before = []) => [...before, ...commas(text).map((word) => oneOf(known)(word))];
}

export function oneOf<T extends string>(known: readonly T[]): (text: string) => T {
  return (text) => {
    const found = known.find((word) => word === text.toLowerCase());
    if (found === undefined) throw new InvalidArgumentError(`It must be ${known.join(" or ")}.`);
    return found;
  };
}

/** Words separated by commas, or from an option given several times. */
export const words = (text: string, before: string[] = []): string[] => [...before, ...commas(text)];

/** A line of a source and its number, `SIM1=+2348031234567`, from an option that is given once for each. */
export function lineNumber(text: string, before: Record<string, string> = {}): Record<string, string> {
  const [, line, number] = /^(.+)=([^=]+)$/.exec(text) ?? [];
  if (line === undefined || number === undefined)
    throw new InvalidArgumentError("It must be a line and its number, such as SIM1=+2348031234567.");
  return { ...before, [line.trim()]: number.trim() };
}

export function jsonObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InvalidArgumentError("It must be JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new InvalidArgumentError("It must be a JSON object.");
  return value as Record<string, unknown>;
}

const commas = (text: string): string[] =>
  text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
