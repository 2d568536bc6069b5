import { Type } from "typebox";
import type { KindOption } from "../../domain/sources/kind.ts";

/**
 * Five minutes, as Telnyx's own packages allow (telnyx 7.24.0, lib/webhooks.js). Vonage and Sinch document none. They
 * repeat failed calls for a day, and do not say whether they sign each attempt anew: hence a setting.
 */
export const toleranceSeconds = Type.Integer({ minimum: 1, maximum: 86_400, default: 300 });
export const givenTolerance = Type.Optional(Type.Integer({ minimum: 1, maximum: 86_400 }));

export const toleranceOption: KindOption = {
  name: "toleranceSeconds",
  label: "Age of a signature in seconds",
  help: "How old, or how far ahead, the signed time of a call may be. Set more if the carrier's repeats of failed calls are refused.",
  type: "number",
  default: "300",
  seldom: true,
};

/**
 * Whether a signed time is at most so many seconds away from now, in either direction: seconds or milliseconds since
 * 1970, or an ISO 8601 time; without a zone it is UTC, not the server's local time.
 */
export function isFresh(timestamp: string, toleranceSeconds: number, at: Date): boolean {
  const time = /^\d{1,16}$/.test(timestamp)
    ? Number(timestamp) * (timestamp.length > 11 ? 1 : 1000)
    : Date.parse(/\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(timestamp) ? `${timestamp}Z` : timestamp);
  return Math.abs(at.getTime() - time) <= toleranceSeconds * 1000; // Always false if it is not a time.
}
