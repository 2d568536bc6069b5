import assert from "node:assert/strict";
import { test } from "node:test";
import { inZone } from "../../test/helpers/zone.ts";
import { parseTime } from "./parse-time.ts";

const times: [string, string | null][] = [
  ["2027-01-31", "2027-01-31T00:00:00.000Z"],
  ["2028-02-29", "2028-02-29T00:00:00.000Z"],
  ["2027-02-29", null],
  ["2027-02-28T23:59:59.999Z", "2027-02-28T23:59:59.999Z"],
  ["2027-02-29T00:00:00Z", null],
  ["2027-02-30T12:00:00+01:00", null],
  ["2027-04-31T12:00Z", null],
  ["2100-02-29", null],
  ["2027-03-14T02:30:00-05:00", "2027-03-14T07:30:00.000Z"], // An hour that New York skips.
  ["2026-12-31T23:30-01:00", "2027-01-01T00:30:00.000Z"],
  ["2027-13-01", null],
  ["2027-01-01T25:00:00Z", null],
  ["2027-01-01T12:00:00", null],
  ["2027-01-01 12:00:00", "2027-01-01T12:00:00.000Z"],
  ["2027-02-30 12:00:00", null],
  ["2027-01-01 12:00:00Z", null],
  ["2027-1-1", null],
  ["tomorrow", null],
  ["99", null],
  ["", null],
];

for (const zone of ["UTC", "America/New_York", "Asia/Kolkata"])
  test(`days and times, and what is neither, in ${zone}`, (t) => {
    inZone(t, zone);
    for (const [text, time] of times) assert.equal(parseTime(text)?.toISOString() ?? null, time, text);
  });
