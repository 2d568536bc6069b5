import { readCountryCode } from "../../catalog/country-code.ts";
import { readDigits } from "../written-number.ts";

/** What the register says about a number of our own. */
export interface Facts {
  /** Whose it is: the company, or the person, that the carrier knows as its holder. */
  owner: string;
  /** On which basis we use it, such as a contract with the carrier. */
  legalBasis: string;
  /** Under which it is registered, where a law asks for that. */
  reference: string | null;
  /** Since when, as YYYY-MM-DD. */
  since: string;
}

/** The same as written in a line of a file; a line may leave all facts out. */
export interface WrittenFacts {
  number: string;
  owner: string;
  legalBasis: string;
  reference: string;
  since: string;
  country: string;
}

const longest = { owner: 200, legalBasis: 200, reference: 100 } as const;
const names = { owner: "owner", legalBasis: "legal_basis", reference: "reference" } as const;

export interface ReadFacts extends Facts {
  digits: string;
  /** Empty: not said. */
  country: string;
}

/**
 * Reads a line. Returns null for a line that says nothing about its number, and a sentence about what is wrong with
 * it.
 *
 * @param today as YYYY-MM-DD
 */
export function readFacts(written: WrittenFacts, today: string): ReadFacts | null | string {
  const { owner, legalBasis, reference, since } = written;
  const read = readDigits(written.number);
  if ("fault" in read) return read.fault;
  if (owner === "" && legalBasis === "" && reference === "" && since === "") return null;
  if (owner === "") return "owner is missing: whose number it is";
  if (legalBasis === "") return "legal_basis is missing: on which basis you use it";
  for (const field of ["owner", "legalBasis", "reference"] as const) {
    if (written[field].length > longest[field])
      return `${names[field]} has more than ${longest[field]} characters`;
    if (/\p{Cc}/u.test(written[field])) return `${names[field]} has a control character or a line end in it`;
  }
  const fault = faultOfDay(since, today);
  if (fault !== null) return fault;
  return {
    digits: read.digits,
    country: readCountryCode(written.country),
    owner,
    legalBasis,
    reference: reference || null,
    since,
  };
}

function faultOfDay(since: string, today: string): string | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(since) ? new Date(`${since}T00:00:00Z`) : null;
  const isDay = at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(since);
  if (!isDay || since < "1900") return `since must be a day such as 2026-01-31, not "${since.slice(0, 40)}"`;
  return since > today ? `since is ${since}, a day that is yet to come` : null;
}
