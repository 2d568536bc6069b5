import { invalid } from "../kit/errors.ts";
import { parseMinor } from "../kit/money.ts";
import { parseTime } from "../kit/parse-time.ts";

// What the parameters of all edges share: how a schema words its refusal, and one reader for each kind of value.

/** What a parameter must be, worded for `invalid_request`, and a specific error code if it has one. */
export const expects = (sentence: string, refusal?: string): object => ({
  "x-expects": sentence,
  ...(refusal ? { "x-refusal": refusal } : {}),
});

export const amountSentence = "be an amount such as 450 or 450.00, with at most two decimals";
export const timeSentence = "be a time such as 2026-01-31 or 2026-01-31T12:00:00Z";

/** An order's id as text. Ids larger than possible pass: `readOrderId` maps them to no order. */
export const orderIdPattern = "^[1-9][0-9]{0,9}$";

/** Ids beyond the range of order ids become 0, which never is an order. */
export function readOrderId(text: string | number): number {
  const id = Number(text);
  return id <= 0x7fffffff ? id : 0;
}

/** Minor units of an amount that passed a schema; it may be negative. */
export function readAmount(field: string, value: number | string): number {
  const text = String(value);
  const isNegative = text.startsWith("-");
  const minor = parseMinor(isNegative ? text.slice(1) : text);
  if (minor === null) throw invalid(field, `${field} must ${amountSentence}.`);
  return isNegative ? -minor : minor;
}

/** A time as programs write it, or a day, which means its first moment in UTC; refuses `invalid_request`. */
export function readTime(field: string, text: string): Date {
  // In a URL, an unencoded plus sign has become a space.
  const at = parseTime(text.replace(/^(\S+T\S+) (\d{2}:\d{2})$/, "$1+$2"));
  if (!at) throw invalid(field, `${field} must ${timeSentence}.`);
  return at;
}
