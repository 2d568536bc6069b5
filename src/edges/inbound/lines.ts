import { getCountries, isSupportedCountry, type CountryCode } from "libphonenumber-js/min";
import { Type } from "typebox";
import type { KindOption } from "../../domain/sources/kind.ts";
import { invalid } from "../../kit/errors.ts";
import { createNumberReader } from "./number.ts";
import type { Reading } from "./sms.ts";
import { isTimeZone } from "./time.ts";

const phoneNumber = { pattern: "^\\+?[0-9][0-9 ().-]{3,30}$" };

/** What must be known of a source that does not name the receiving number: a phone, a modem. */
export interface LineSettings {
  number?: string;
  lines?: Record<string, string>;
  defaultCountry?: string;
  timeZone?: string;
}

export const lineSchema = {
  /** The receiving number, if the source has only one. */
  number: Type.Optional(Type.String(phoneNumber)),
  /** The numbers of its lines, by the source's names for them: SIMs, slots, ports. */
  lines: Type.Optional(Type.Record(Type.String({ minLength: 1 }), Type.String(phoneNumber))),
  /** ISO 3166 code of the country whose numbers come without a country code. */
  defaultCountry: Type.Optional(Type.String({ pattern: "^[A-Z]{2}$" })),
};

/**
 * IANA name of the zone for times without one; if unset they are taken as UTC, with a tolerance of a day for zones.
 */
export const timeZoneSchema = { timeZone: Type.Optional(Type.String({ minLength: 1 })) };

export const countryOption: KindOption = {
  name: "defaultCountry",
  label: "Country of its numbers",
  help: "For numbers that come without a country code.",
  type: "country",
  choices: getCountries(),
};

export const timeZoneOption: KindOption = {
  name: "timeZone",
  label: "Time zone",
  help: "For times that name no zone, such as Africa/Lagos. Without one they are taken for UTC.",
  type: "text",
};

/** The options of a source whose lines are named like this: "SIM", "modem". */
export const lineOptions = (line: string): readonly KindOption[] => [
  {
    name: "number",
    label: "Receiving number",
    help: `If it has only one; if it has several, give the number of each ${line} instead.`,
    type: "text",
  },
  {
    name: "lines",
    label: "Numbers of its lines",
    help: `The number of each ${line}, as NAME=NUMBER. A ${line} whose name is its number, with the plus, needs none.`,
    type: "numbers",
  },
];

/** Throws a Refusal if a country or a time zone does not exist. */
export function checkLines({ defaultCountry, timeZone }: LineSettings): void {
  if (defaultCountry && !isSupportedCountry(defaultCountry))
    throw invalid("defaultCountry", "defaultCountry is not a country that has phone numbers.");
  if (timeZone && !isTimeZone(timeZone))
    throw invalid("timeZone", "timeZone is not the name of a time zone, such as Africa/Lagos.");
}

export function readingOf({ defaultCountry, number, lines, timeZone }: LineSettings): Reading {
  const readNumber = createNumberReader(defaultCountry as CountryCode | undefined);
  const own = (written: string): string => readNumber(written) ?? written.replaceAll(/\D/g, "");
  return {
    readNumber,
    ...(number !== undefined && { number: own(number) }),
    ...(lines && { lines: new Map(Object.entries(lines).map(([line, written]) => [line, own(written)])) }),
    ...(timeZone !== undefined && { timeZone }),
  };
}

/**
 * The name of the line that a message came in on: the first of these that has a number. Failing that, the first that
 * is there at all, which an error then names.
 */
export function lineAmong({ lines }: Reading, names: (string | null | undefined)[]): string {
  const given = names.map((name) => name?.trim() ?? "").filter((name) => name !== "");
  return given.find((name) => lines?.has(name)) ?? given[0] ?? "";
}
