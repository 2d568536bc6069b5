import { wholeNumber } from "../../catalog/catalog.ts";

/** Whether use `u` keeps a number from being sold; for a family other than the whole number only a rest of that does. */
export const blocks = (at: string, usedSince: string): string =>
  `(u.rests_until > ${at} or u.used_at > ${usedSince})`;

export const rests = (at: string): string => `u.family_id = ${wholeNumber} and u.rests_until > ${at}`;
