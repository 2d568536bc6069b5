import assert from "node:assert/strict";
import { test } from "node:test";
import { isTimeZone, readTime } from "./time.ts";

const read = (text: string, zone?: string): string | undefined => readTime(text, zone)?.toISOString();
const moment = "2026-11-09T14:56:30.000Z";

test("the carrier's time, in the ways that carriers, gateways and phones write it", () => {
  for (const text of [
    "2026-11-09T14:56:30Z",
    "2026-11-09T14:56:30.000Z",
    "2026-11-09T15:56:30+01:00",
    "2026-11-09T09:56:30-0500",
    "2026-11-09T15:56:30+01",
    "2026-11-09 14:56:30 UTC",
    "2026-11-09 14:56:30",
    "2026/11/09 14:56:30",
    "2026-11-09T14:56:30.220+0000",
    "1794236190",
    "1794236190000",
    "20261109145630",
    "26/11/09,22:56:30+32",
    "26/11/09,14:56:30",
    "Mon, 09 Nov 2026 15:56:30 +0100",
    "9 Nov 2026 14:56:30 GMT",
    " 2026-11-09T14:56:30Z ",
  ])
    assert.equal(new Date(read(text) ?? 0).toISOString().slice(0, 19), moment.slice(0, 19), text);
  assert.equal(read("2026-11-09T14:56"), "2026-11-09T14:56:00.000Z");
});

test("a time without a zone is in the source's, on both sides of a clock change", () => {
  assert.equal(read("2026-11-09 15:56:30", "Africa/Lagos"), moment);
  assert.equal(read("20261109195630", "Asia/Yekaterinburg"), moment);
  assert.equal(read("2026-11-09T14:56:30Z", "Africa/Lagos"), moment, "its own zone goes first");
  // Berlin goes from UTC+1 to UTC+2 on 2026-03-29 at 02:00, and back on 2026-10-25 at 03:00.
  assert.equal(read("2026-03-29 01:59:59", "Europe/Berlin"), "2026-03-29T00:59:59.000Z");
  assert.equal(read("2026-03-29 03:00:00", "Europe/Berlin"), "2026-03-29T01:00:00.000Z");
  assert.equal(read("2026-10-25 01:59:59", "Europe/Berlin"), "2026-10-24T23:59:59.000Z");
  assert.equal(read("2026-10-25 03:00:00", "Europe/Berlin"), "2026-10-25T02:00:00.000Z");
});

test("anything else is not a time", () => {
  for (const text of [
    "",
    "yesterday",
    "0",
    "12345",
    "2026-13-09 14:56:30",
    "2026-02-30 14:56:30",
    "2026-11-09 24:56:30",
    "2026-11-09",
    "09/11/2026 14:56",
    "99999999999999",
    "2026-11-09T14:56:30 Lagos",
  ])
    assert.equal(read(text), undefined, text);
});

test("names of time zones", () => {
  assert.deepEqual(["UTC", "Africa/Lagos", "Lagos", ""].map(isTimeZone), [true, true, false, false]);
});
