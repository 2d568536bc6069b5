import { parsePhoneNumberFromString, type PhoneNumber } from "libphonenumber-js/max";
import type { NewNumber } from "./sql.ts";

/** A number as an operator writes it; what is empty is worked out. */
export interface NumberEntry {
  number: string;
  country: string;
  areaCode: string;
  lineType: string;
}

const lineTypes = [
  "mobile",
  "fixed_line",
  "fixed_line_or_mobile",
  "voip",
  "toll_free",
  "premium_rate",
  "shared_cost",
  "personal_number",
  "pager",
  "uan",
  "voicemail",
];
const otherNames: Record<string, string> = { landline: "fixed_line", fixed: "fixed_line", cell: "mobile" };

/** The digits of a number as people write it: `+1 (555) 012-3456` and `001…` → `1555…`. */
export const onlyDigits = (text: string): string => text.replace(/[\s().\-/]/g, "").replace(/^(\+|00)/, "");

/**
 * Reads a number with its country code, in whatever way it is written. Country and line type are worked out from the
 * digits (libphonenumber) where they are not given; an area code only in North America, where its length is fixed.
 *
 * @param countries the codes of the catalogue
 * @returns what to store, or a sentence about what is wrong
 */
export function readNumber(entry: NumberEntry, countries: ReadonlySet<string>): NewNumber | string {
  const number = onlyDigits(entry.number);
  if (number === "") return "the number is missing";
  if (!/^\d{5,15}$/.test(number)) return "a number is 5 to 15 digits with its country code";
  const parsed = parsePhoneNumberFromString(`+${number}`);
  if (!parsed) return "begins with no country code in use";
  if (!parsed.isPossible()) return `is too short or too long for a number of +${parsed.countryCallingCode}`;
  const country = readCountry(entry.country, parsed, countries);
  if (typeof country !== "string") return country.fault;
  const lineType = readLineType(entry.lineType, parsed);
  if (lineType === undefined)
    return `"${entry.lineType}" is not a line type; it is one of ${lineTypes.join(", ")}`;
  const areaCode = entry.areaCode.trim();
  if (!/^\d{0,8}$/.test(areaCode)) return `"${areaCode}" is not an area code: digits only`;
  // As messages will name it: `+44 (0)7911…` is 447911….
  return { number: parsed.number.slice(1), country, areaCode: areaCode || areaCodeOf(parsed), lineType };
}

/** The digits decide; where they fit several countries the operator's word does, else the code's main country. */
function readCountry(
  given: string,
  parsed: PhoneNumber,
  countries: ReadonlySet<string>,
): string | { fault: string } {
  const word = given.trim().toUpperCase();
  const wanted = word === "UK" ? "GB" : word;
  if (wanted !== "" && !countries.has(wanted)) return { fault: `there is no country "${given.trim()}"` };
  // Codes outside the geography (satellites, +883) and territories without an ISO code are in no catalogue.
  const possible: string[] = parsed.getPossibleCountries().filter((code) => countries.has(code));
  const own = parsed.isValid() && parsed.country ? [parsed.country as string] : possible;
  if (own.length === 0) return { fault: "belongs to no country of the catalogue" };
  if (wanted === "") return own[0] as string;
  if (!own.includes(wanted))
    return { fault: `is a number of ${own.slice(0, 3).join(", ")}, not of ${wanted}` };
  return wanted;
}

/** Null where nobody knows, undefined where the word is none of ours. */
function readLineType(given: string, parsed: PhoneNumber): string | null | undefined {
  const word = given
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  if (word === "") return parsed.getType()?.toLowerCase() ?? null;
  return lineTypes.find((known) => known === (otherNames[word] ?? word));
}

const areaCodeOf = ({ countryCallingCode, nationalNumber }: PhoneNumber): string | null =>
  countryCallingCode === "1" ? nationalNumber.slice(0, 3) : null;
