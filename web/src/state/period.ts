/** Spans of days that lists offer; they move with the days, also in links and saved views. */
export const presets = ["today", "yesterday", "7d", "30d", "month"] as const;

/** The filters of a time, as in the page's URL: a preset, or exact times. */
export const periodFilters = ["period", "from", "to"] as const;
export type Period = { [name in (typeof periodFilters)[number]]?: string };

/** Midnight in the viewer's zone, some days away from a time. A day is not always 24 hours long. */
function midnight(at: Date, days: number): Date {
  const day = new Date(at.getFullYear(), at.getMonth(), at.getDate());
  day.setDate(day.getDate() + days);
  return day;
}

/** From when until before when, as exact times; empty: without an end. */
export function timesOf({ period, from, to }: Period, now = new Date()): { from?: string; to?: string } {
  const since = (start: Date, end?: Date) => ({
    from: start.toISOString(),
    ...(end ? { to: end.toISOString() } : {}),
  });
  switch (period) {
    case "today":
      return since(midnight(now, 0));
    case "yesterday":
      return since(midnight(now, -1), midnight(now, 0));
    case "7d":
      return since(midnight(now, -6));
    case "30d":
      return since(midnight(now, -29));
    case "month":
      return since(new Date(now.getFullYear(), now.getMonth(), 1));
    default:
      return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  }
}

/** A page's filters as its query: the server knows only exact times. */
export function queryOf<F extends Period>({ period, from, to, ...others }: F) {
  return { ...others, ...timesOf({ period, from, to } as Period) };
}
