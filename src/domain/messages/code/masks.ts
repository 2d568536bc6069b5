/** Patterns that rule a number out whatever is around it: cards, phones, amounts, USSD, measures. */
import { isDigitUnit } from "./scripts.ts";

const CURRENCY = "$€£¥₹₩₽₺₴₸₦₱฿₫₪₡₲₵₼₾₭៛₮؋﷼¢";

/** Why `folded.slice(start, end)` is something else, or null. Looks at most three characters to either side. */
export function otherReading(folded: string, start: number, end: number): string | null {
  const before = folded[start - 1] ?? " ";
  const beyond = folded[start - 2] ?? " ";
  const after = folded[end] ?? " ";
  const following = folded[end + 1] ?? " ";
  if (before === "+") return "phone number";
  if (isEmphasized(before, after, following)) return null;
  if (before === "*" || after === "*") return "masked card or short number";
  if (before === "." && (beyond === "." || beyond === "*" || isDigitUnit(folded.charCodeAt(start - 2))))
    return "end of a masked number";
  if (before === "…" || after === "…" || (after === "." && following === "."))
    return "part of a masked number";
  if (before === "/" || after === "/" || before === "\\" || after === "\\") return "part of a path or date";
  if (CURRENCY.includes(before) || (before === " " && CURRENCY.includes(beyond))) return "amount";
  if (CURRENCY.includes(after) || (after === " " && CURRENCY.includes(following))) return "amount";
  if (after === "%" || (after === " " && following === "%")) return "percentage";
  if (after === "#") return "typed on a keypad";
  if (before === "#" && isHash(folded, start)) return null;
  if (before === "-" && isDigitUnit(folded.charCodeAt(start - 2))) return "part of a longer number";
  return null;
}

/** `*123456*`: as messengers write bold. `*121*1#` continues after it. */
function isEmphasized(before: string, after: string, following: string): boolean {
  return before === "*" && after === "*" && !/[\w#]/.test(following);
}

/** `#123456` is how origin-bound codes and some senders mark a code; `*121#` ends with the sign instead. */
function isHash(folded: string, start: number): boolean {
  return (folded[start - 2] ?? " ") === " ";
}

const MASKED = /^[x*]{1,16}\d{2,6}$|^\d{0,6}[x]{2,12}\d{2,6}$/;

/** `XX8578`, `xxxx1234`: the end of an account or card. */
export function isMaskedNumber(plain: string): boolean {
  return MASKED.test(plain);
}

const GLUED_AMOUNT =
  /^(?:rp|rs|inr|usd|eur|gbp|thb|npr|lkr|pkr|bdt|tk|ksh|tsh|ugx|php|rm|myr|sgd|nt|hk|us|aed|sar|ngn|p)\d+(?:jt|rb|k|m|juta|ribu)?$|^\d+(?:jt|rb|k|m|juta|ribu|tl|mt|irt|eur|usd|rub|btc|usdt|gb|mb|kb|min|mins|hrs|hr|days|pts)$/;

/** `Rp50jt`, `30GB`, `200000IRT`: an amount or measure written together with its unit. */
export function isAmountOrCount(plain: string): boolean {
  return GLUED_AMOUNT.test(plain);
}

/** `20min`, `5gb`, `14thmar`, `1024code`, `42point7`: a count and a word, not letters among digits. */
const COUNTED = /^\d{1,7}[a-z]{2,}$|^\d{1,4}[a-z]{3,}\d{0,2}$/;
/** `SPRING25`, `LARK100`: a word and a number, as shops make their codes. */
const WORD_AND_NUMBER = /^[a-z]{3,}\d{1,4}$/;

/** `4ebb12`: these letters cannot form a word. */
const HEX = /^(?=.{0,7}\d.{0,7}\d)[0-9a-f]{6}$|^(?=.{0,7}\d.{0,7}\d)[0-9a-f]{8}$/;

/** How randomly letters and digits are mixed: -1 (a word and a count), 0 or 1. */
export function randomness(plain: string): number {
  if (HEX.test(plain)) return 0.5;
  if (COUNTED.test(plain) || WORD_AND_NUMBER.test(plain)) return -1;
  let changes = 0;
  for (let i = 1; i < plain.length; i++) {
    if (isDigitUnit(plain.charCodeAt(i)) !== isDigitUnit(plain.charCodeAt(i - 1))) changes++;
  }
  return changes >= 2 ? 1 : 0;
}
