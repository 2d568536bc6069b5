import { isSupportedCountry, Metadata, type NumberingPlan } from "libphonenumber-js/max";

/**
 * Wishes for certain numbers must not name one: whoever rents what an earlier renter had could try to get at their
 * accounts. So a beginning that is to be left out says nothing of a number's last digits, and what a wish leaves over is
 * enough for nobody to know which it will be.
 */
export const unnamedDigits = 3;

/** A wish leaves so many numbers of a pool, or this share of it. */
const fewest = 10;
const smallestShare = 0.1;

/** No more than this many need to be counted to tell whether a filter is too narrow. */
export const enoughToTell = { left: fewest, stock: fewest / smallestShare };

/** Whether a wish that leaves so many numbers of a pool's stock could aim at one of them. One that leaves none aims at nothing. */
export const isNarrow = ({ left, stock }: { left: number; stock: number }): boolean =>
  left > 0 && left < fewest && left < stock * smallestShare;

/** The most digits, with the country code, that a beginning may have which is to be left out. */
export const longestPrefix = (country: string, dialCode: string): number =>
  dialCode.length + shortestNumber(country) - unnamedDigits;

/** Where nobody has written a plan down. */
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
