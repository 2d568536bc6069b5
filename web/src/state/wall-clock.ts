/** What clocks show, and when they show it, in a time zone; in texts as of a datetime-local field. */

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const made = formats.get(timeZone) ?? new Intl.DateTimeFormat("en-US", { ...fields, timeZone });
  formats.set(timeZone, made);
  return made;
}

const fields = {
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
} as const;

/** A moment → `2026-11-27T09:30:00` */
export function wallClock(at: Date, timeZone: string): string {
  const part = Object.fromEntries(
    formatIn(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${part["year"]?.padStart(4, "0")}-${part["month"]}-${part["day"]}T${part["hour"]}:${part["minute"]}:${part["second"]}`;
}

/** A moment → `2026-11-27` */
export const dayOf = (at: Date, timeZone: string): string => wallClock(at, timeZone).slice(0, 10);

/** `2026-11-27`, -1 → `2026-11-26` */
export function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/**
 * The first moment at which clocks show this time, `2026-11-27T09:30` or later: where they are put forward over it,
 * that is the moment after. Null for what is not a time.
 */
export function momentOf(wall: string, timeZone: string): Date | null {
  const utc = Date.parse(`${wall}Z`);
  if (Number.isNaN(utc)) return null;
  const aheadAt = (at: number): number => Date.parse(`${wallClock(new Date(at), timeZone)}Z`) - at;
  const day = 86_400_000;
  const candidates = [aheadAt(utc - day), aheadAt(utc + day)]
    .map((ahead) => utc - ahead)
    .toSorted((a, b) => a - b);
  const found = candidates.find((at) => at + aheadAt(at) >= utc) ?? candidates[1];
  return found === undefined ? null : new Date(found);
}

/** When a day begins, `2026-11-27`. */
export const midnight = (day: string, timeZone: string): Date | null => momentOf(`${day}T00:00:00`, timeZone);
