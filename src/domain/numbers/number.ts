import { canonicalNumber } from "../../kit/one-number.ts";
import { readCountryCode } from "../catalog/country-code.ts";
import { readDigits } from "./written-number.ts";
import { parsePhoneNumberFromString, type PhoneNumber } from "libphonenumber-js/max";

/** A number as an operator writes it; missing fields are derived. */
export interface NumberEntry {
  number: string;
  country: string;
  areaCode: string;
  lineType: string;
}

/** A number as it is stored in the inventory. */
export interface NewNumber {
  number: string;
  country: string;
  areaCode: string | null;
  lineType: string | null;
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

/**
 * Reads a number with its country code, in any notation. Country and line type are derived from the digits
 * (libphonenumber) unless given; an area code only in North America, where its length is fixed.
 *
 * @param countries the codes of the catalogue
 * @returns what to store, or a sentence about what is wrong
 */
export function readNumber(entry: NumberEntry, countries: ReadonlySet<string>): NewNumber | string {
  const read = readDigits(entry.number);
  if ("fault" in read) return read.fault;
  const written = parsePhoneNumberFromString(`+${read.digits}`);
  if (!written) return "begins with no country code in use";
  // As it is dialled today, even if written in its former form.
  const today = parsePhoneNumberFromString(`+${canonicalNumber(read.digits)}`);
  const parsed = !written.isPossible() && today ? today : written;
  if (!parsed.isPossible()) return `is too short or too long for a number of +${parsed.countryCallingCode}`;
  const country = readCountry(entry.country, parsed, countries);
  if (typeof country !== "string") return country.fault;
  const lineType = readLineType(entry.lineType, parsed);
  if (lineType === undefined)
    return `"${entry.lineType}" is not a line type; it is one of ${lineTypes.join(", ")}`;
  const areaCode = entry.areaCode.trim().replace(/\.0+$/, ""); // As written by a program that took it for a quantity.
  if (!/^\d{0,8}$/.test(areaCode)) return `"${areaCode}" is not an area code: digits only`;
  // As messages will name it: `+44 (0)7911…` is 447911….
  return { number: parsed.number.slice(1), country, areaCode: areaCode || areaCodeOf(parsed), lineType };
}

/** The digits decide; if they fit several countries the given one does, else the code's main country. */
function readCountry(
  given: string,
  parsed: PhoneNumber,
  countries: ReadonlySet<string>,
): string | { fault: string } {
  const wanted = readCountryCode(given);
  if (wanted !== "" && !countries.has(wanted)) return { fault: `there is no country "${given.trim()}"` };
  const fitting: string[] =
    parsed.isValid() && parsed.country ? [parsed.country] : parsed.getPossibleCountries();
  // Codes without a country (satellites, +883) and territories without an ISO code (Kosovo) are in no catalogue.
  const own = fitting.filter((code) => countries.has(code));
  if (own.length === 0) return { fault: outside(fitting, parsed) };
  if (wanted === "") return own[0] as string;
  if (!own.includes(wanted))
    return { fault: `is a number of ${own.slice(0, 3).join(", ")}, not of ${wanted}` };
  return wanted;
}

const outside = ([country]: string[], { countryCallingCode }: PhoneNumber): string =>
  `belongs to no country of the catalogue (+${countryCallingCode}${country === undefined ? "" : `, ${country}`})`;

/** Null if unknown, undefined if the word is not one of ours. */
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
