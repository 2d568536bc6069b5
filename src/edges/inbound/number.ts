import { getCountryCallingCode, parsePhoneNumberFromString, type PhoneNumber } from "libphonenumber-js/min";
import type { CountryCode } from "libphonenumber-js/min";

/** Characters that numbers are written with, besides digits. */
const written = /^\+?[\d\s().\-/]{3,40}$/;
const maxLength = 41;
const maxRemembered = 50_000;

/**
 * Reads recipients as digits with country code; null if it is not a number. Carriers write them with or without plus;
 * without one, the digits are assumed to begin with a country code. A source whose `country` is set writes numbers in
 * national form, so there the national reading comes first: a tenth to a third of American or Brazilian numbers
 * without country code would also be valid numbers of some other country.
 *
 * A number that no numbering plan knows (a short code, a range newer than our tables) is kept as it is: it finds its
 * order if we own it. Results are cached, because the same numbers recur and reading one takes longer than the rest
 * of a message.
 */
export function createNumberReader(country?: CountryCode): (text: string) => string | null {
  const remembered = new Map<string, string | null>();
  return (text) => {
    if (text.length > maxLength) return null;
    const known = remembered.get(text);
    if (known !== undefined) return known;
    if (remembered.size >= maxRemembered) remembered.clear();
    const number = readNumber(text, country);
    remembered.set(text, number);
    return number;
  };
}

function readNumber(text: string, country?: CountryCode): string | null {
  if (!written.test(text)) return null;
  const digits = text.replace(/\D/g, "");
  // No calling code begins with 0, and in most of the world 00 is dialled for the plus (ITU-T E.164).
  const international = text.startsWith("+") || digits.startsWith("00");
  const abroad = parsePhoneNumberFromString(`+${digits.replace(/^00/, "")}`);
  const readings =
    international || !country ? [abroad] : [own(abroad, country), home(digits, country), abroad];
  const possible = readings.filter((reading) => reading?.isPossible());
  // Checking that it is valid takes most of the time, and is only necessary if there is a choice.
  const best = possible.length < 2 ? possible[0] : (possible.find((each) => each?.isValid()) ?? possible[0]);
  const number = best ? best.number.slice(1) : digits;
  return /^\d{3,15}$/.test(number) ? number : null;
}

const home = (digits: string, country: CountryCode): PhoneNumber | undefined =>
  parsePhoneNumberFromString(digits, country);

const own = (abroad: PhoneNumber | undefined, country: CountryCode): PhoneNumber | undefined =>
  abroad?.countryCallingCode === getCountryCallingCode(country) ? abroad : undefined;
