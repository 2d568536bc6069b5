import assert from "node:assert/strict";
import { test } from "node:test";
import { dayAfter, dayOf, midnight, momentOf, wallClock } from "../../web/src/state/wall-clock.ts";

test("a moment is what clocks show in its zone, on its day", () => {
  const at = new Date("2026-03-29T23:30:05Z");
  assert.equal(wallClock(at, "UTC"), "2026-03-29T23:30:05");
  assert.equal(wallClock(at, "Africa/Lagos"), "2026-03-30T00:30:05");
  assert.equal(wallClock(at, "Asia/Kathmandu"), "2026-03-30T05:15:05");
  assert.equal(dayOf(at, "America/Los_Angeles"), "2026-03-29");
  assert.equal(dayOf(at, "Pacific/Kiritimati"), "2026-03-30");
});

test("days go on over months, years and leap days", () => {
  assert.equal(dayAfter("2026-12-31", 1), "2027-01-01");
  assert.equal(dayAfter("2028-03-01", -1), "2028-02-29");
  assert.equal(dayAfter("2026-03-01", -29), "2026-01-31");
});

test("what clocks show is found again, also where they are put forward or back", () => {
  const cases: [wall: string, zone: string, utc: string | null][] = [
    ["2026-11-27T09:30", "UTC", "2026-11-27T09:30:00.000Z"],
    ["2026-11-27T09:30", "Asia/Tokyo", "2026-11-27T00:30:00.000Z"],
    // Berlin leaves out 02:00 to 03:00, and has it twice in October: the first one is meant.
    ["2026-03-29T01:59", "Europe/Berlin", "2026-03-29T00:59:00.000Z"],
    ["2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
    ["2026-03-29T03:00", "Europe/Berlin", "2026-03-29T01:00:00.000Z"],
    ["2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25T03:00", "Europe/Berlin", "2026-10-25T02:00:00.000Z"],
    ["not a time", "UTC", null],
  ];
  for (const [wall, zone, utc] of cases)
    assert.equal(momentOf(wall, zone)?.toISOString() ?? null, utc, `${wall} in ${zone}`);
});

test("a day begins with its first moment, also where there is no midnight or there are two", () => {
  const cases: [day: string, zone: string, utc: string][] = [
    ["2026-11-27", "America/New_York", "2026-11-27T05:00:00.000Z"],
    ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z"],
    ["2026-03-30", "Europe/Berlin", "2026-03-29T22:00:00.000Z"],
    ["2026-09-06", "America/Santiago", "2026-09-06T04:00:00.000Z"], // Begins at 01:00.
    ["2026-04-05", "America/Santiago", "2026-04-05T04:00:00.000Z"], // 23:00 to 24:00 comes twice before it.
    ["2026-11-01", "America/Havana", "2026-11-01T04:00:00.000Z"], // 00:00 to 01:00 comes twice.
  ];
  for (const [day, zone, utc] of cases)
    assert.equal(midnight(day, zone)?.toISOString(), utc, `${day} in ${zone}`);
});
