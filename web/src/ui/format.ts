import { timeZone } from "../state/time-zone.ts";
import { dayOf } from "../state/wall-clock.ts";
import { locale } from "../texts/language.ts";
import { t } from "../texts/t.ts";

const formats = new Map<string, Intl.NumberFormat>();

/** 450 → ₦450.00; without decimals only on a chart's axis. */
export function money(amount: number, currency: string, decimals = 2): string {
  const kind = `${currency} ${decimals}`;
  let format = formats.get(kind);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formats.set(kind, format);
  }
  return format.format(amount);
}

const whole = new Intl.NumberFormat(locale);

/** 12345 → 12,345 */
export const count = (n: number): string => whole.format(n);

const timeFormat = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone });

const day = timeFormat({ day: "numeric", month: "short" });
const dayYear = timeFormat({ day: "numeric", month: "short", year: "numeric" });
const clock = timeFormat({ hour: "2-digit", minute: "2-digit" });
const clockSeconds = timeFormat({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
const exact = timeFormat({ dateStyle: "full", timeStyle: "long" });

export const clockTime = (at: string | number, seconds = false): string =>
  (seconds ? clockSeconds : clock).format(new Date(at));
export const exactTime = (at: string): string => exact.format(new Date(at));

/** In the viewer's zone: for today only the time, for this year without the year. */
export function shortTime(at: string, seconds = false): string {
  const time = clockTime(at, seconds);
  const [given, today] = [new Date(at), new Date()].map((date) => dayOf(date, timeZone));
  if (given === today) return time;
  const written = given?.slice(0, 4) === today?.slice(0, 4) ? day : dayYear;
  return `${written.format(new Date(at))}, ${time}`;
}

/** 75 → 1:15 */
export function countdown(seconds: number): string {
  const left = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
}

/** 4000 → 1 h 6 min */
export function span(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
  return `${t.common.days(Math.floor(seconds / 86_400))} ${Math.floor((seconds % 86_400) / 3600)} h`;
}

/** An interval: 0.25 → 250 ms, 600 → 10 min */
export const every = (seconds: number): string => (seconds < 1 ? `${seconds * 1000} ms` : span(seconds));

export function ago(at: string, now = Date.now()): string {
  const seconds = (now - Date.parse(at)) / 1000;
  return seconds < 5 ? t.common.now : t.common.ago(span(seconds));
}

export const percent = (rate: number | null): string =>
  rate === null ? t.common.none : t.common.percent(rate);

const regions = new Intl.DisplayNames([locale], { type: "region" });

/** US → United States. */
export const regionName = (code: string): string => (/^[a-z]{2}$/i.test(code) && regions.of(code)) || code;
