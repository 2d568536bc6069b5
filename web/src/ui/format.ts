import { t, locale } from "../texts/t.ts";

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

const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });
const dayYear = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" });
const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
const clockSeconds = new Intl.DateTimeFormat(locale, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});
const exact = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "long" });

export const clockTime = (at: string): string => clock.format(new Date(at));
export const exactTime = (at: string): string => exact.format(new Date(at));

/** In the viewer's zone: for today only the time, for this year without the year. */
export function shortTime(at: string, seconds = false): string {
  const ofDay = seconds ? clockSeconds : clock;
  const date = new Date(at);
  const now = new Date();
  if (date.toDateString() === now.toDateString()) return ofDay.format(date);
  const written = (date.getFullYear() === now.getFullYear() ? day : dayYear).format(date);
  return `${written}, ${ofDay.format(date)}`;
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
  return `${Math.floor(seconds / 86_400)} d ${Math.floor((seconds % 86_400) / 3600)} h`;
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
