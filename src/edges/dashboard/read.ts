import { invalid } from "../../kit/errors.ts";
import { parseMinor } from "../../kit/money.ts";
import { parseTime } from "../../kit/parse-time.ts";

/** Minor units of an amount that schemas.ts let pass. */
export function readAmount(field: string, value: number | string): number {
  const text = String(value);
  const negative = text.startsWith("-");
  const minor = parseMinor(negative ? text.slice(1) : text);
  if (minor === null)
    throw invalid(field, `${field} must be an amount such as 450 or 450.00, with at most two decimals.`);
  return negative ? -minor : minor;
}

/** A time as programs write it, or a day, which begins at midnight UTC. */
export function readTime(field: string, text: string): Date {
  const at = parseTime(text);
  if (!at) throw invalid(field, `${field} must be a time such as 2026-01-31 or 2026-01-31T12:00:00Z.`);
  return at;
}
