import { timeZone } from "./time-zone.ts";
import { dayAfter, dayOf, midnight } from "./wall-clock.ts";

/** Spans of days that lists offer; they move with the days, also in links and saved views. */
export const presets = ["today", "yesterday", "7d", "30d", "month"] as const;

/** The filters of a time, as in the page's URL: a preset, or exact times. */
export const periodFilters = ["period", "from", "to"] as const;
export type Period = { [name in (typeof periodFilters)[number]]?: string };

/** From when until before when, as exact times; empty: without an end. Days begin at midnight in the viewer's zone. */
export function timesOf(
  { period, from, to }: Period,
  now = new Date(),
  zone = timeZone,
): { from?: string; to?: string } {
  const today = dayOf(now, zone);
  const begin = (day: string): string => midnight(day, zone)?.toISOString() ?? "";
  switch (period) {
    case "today":
      return { from: begin(today) };
    case "yesterday":
      return { from: begin(dayAfter(today, -1)), to: begin(today) };
    case "7d":
      return { from: begin(dayAfter(today, -6)) };
    case "30d":
      return { from: begin(dayAfter(today, -29)) };
    case "month":
      return { from: begin(`${today.slice(0, 8)}01`) };
    default:
      return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  }
}

/** A page's filters as its query: the server knows only exact times. */
export function queryOf<F extends Period>({ period, from, to, ...others }: F) {
  return { ...others, ...timesOf({ period, from, to } as Period) };
}
