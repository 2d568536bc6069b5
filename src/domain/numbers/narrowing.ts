import { isSupportedCountry, Metadata, type NumberingPlan } from "libphonenumber-js/max";

/**
 * Filters must not target a single number: whoever rents what an earlier renter had could try to get into their
 * accounts. So an excluded prefix never reaches a number's last digits, and a filter must leave enough numbers
 * that nobody can know which one it will be.
 */
export const unnamedDigits = 3;

/** A filter must leave this many numbers of a pool, or this share of it. */
const fewest = 10;
const smallestShare = 0.1;

/** No more than this many need to be counted to tell whether a filter is too narrow. */
export const enoughToTell = { left: fewest, stock: fewest / smallestShare };

/** Whether a filter that leaves this many numbers of a pool could target one of them. One that leaves no number cannot. */
export const isNarrow = ({ left, stock }: { left: number; stock: number }): boolean =>
  left > 0 && left < fewest && left < stock * smallestShare;

/** The most digits, with the country code, that an excluded prefix may have. */
export const longestPrefix = (country: string, dialCode: string): number =>
  dialCode.length + shortestNumber(country) - unnamedDigits;

/** For countries without a published numbering plan. */
const fewestDigits = 5;

/** Digits of the country's shortest mobile number, after the country code. */
function shortestNumber(country: string): number {
  if (!isSupportedCountry(country)) return fewestDigits;
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  const plan = metadata.numberingPlan as PlanWithTypes;
  return Math.min(...(plan.type("MOBILE")?.possibleLengths() ?? plan.possibleLengths()));
}

/** As it is; the library's types are behind. */
interface PlanWithTypes extends NumberingPlan {
  type(type: "MOBILE"): { possibleLengths(): number[] | undefined } | undefined;
}
