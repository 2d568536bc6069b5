const iso =
  /^(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?$/i;
/** As phones and modems list SMS, with the zone in quarters of an hour (3GPP TS 27.005, +CMGL). */
const phone = /^(\d\d)\/(\d\d)\/(\d\d),\s*(\d\d):(\d\d):(\d\d)([+-]\d\d)?$/;
const compact = /^(20\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/;
const mail = /^(?:\w{3}, )?\d{1,2} \w{3} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT|UT|Z)$/;

/**
 * When the carrier received a message, in the formats that carriers, gateways and phones use; undefined if it cannot
 * be parsed. A time without a zone is in `timeZone`, or in UTC.
 */
export function readTime(text: string, timeZone: string | undefined): Date | undefined {
  const value = text.trim();
  for (const read of [fromEpoch, fromMail, fromPhone, fromFields]) {
    const at = read(value, timeZone);
    if (at !== undefined) return Number.isNaN(at) ? undefined : new Date(at);
  }
  return undefined;
}

/** Seconds, or milliseconds, since 1970. */
function fromEpoch(value: string): number | undefined {
  if (/^\d{13}$/.test(value)) return Number(value);
  return /^\d{10}(\.\d+)?$/.test(value) ? Number(value) * 1000 : undefined;
}

const fromMail = (value: string): number | undefined => (mail.test(value) ? Date.parse(value) : undefined);

function fromFields(value: string, timeZone: string | undefined): number | undefined {
  const [, year, month, day, hour, minute, second = "0", zone] = iso.exec(value) ?? compact.exec(value) ?? [];
  if (year === undefined) return undefined;
  const utc = toUtc([year, month, day, hour, minute, second].map(Number));
  if (zone === undefined) return inZone(utc, timeZone);
  return /^[a-z]/i.test(zone) ? utc : utc - offsetMinutes(zone) * 60_000;
}

function fromPhone(value: string, timeZone: string | undefined): number | undefined {
  const [, year, month, day, hour, minute, second, quarters] = phone.exec(value) ?? [];
  if (year === undefined) return undefined;
  const utc = toUtc([Number(year) + 2000, month, day, hour, minute, second].map(Number));
  return quarters === undefined ? inZone(utc, timeZone) : utc - Number(quarters) * 15 * 60_000;
}

/** NaN if there is no such day or hour. */
function toUtc([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: number[]): number {
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(utc);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60;
  return isReal && second <= 60 ? utc : NaN;
}

function offsetMinutes(zone: string): number {
  const [, sign, hours, minutes = "0"] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The moment at which clocks in the zone show what `utc` shows in UTC. */
function inZone(utc: number, timeZone: string | undefined): number {
  if (timeZone === undefined || Number.isNaN(utc)) return utc;
  const offsetAt = (moment: number): number => wallClock(moment, timeZone) - moment;
  const guess = utc - offsetAt(utc);
  return utc - offsetAt(guess);
}

function wallClock(moment: number, timeZone: string): number {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    })
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (moment % 1000);
}

export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en-US", { timeZone: name }));
  } catch {
    return false;
  }
}
