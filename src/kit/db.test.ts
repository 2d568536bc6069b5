import assert from "node:assert/strict";
import { test } from "node:test";
import { openTestDb } from "../../test/helpers/db.ts";
import { perFile } from "../../test/helpers/fixtures.ts";
import { inZone } from "../../test/helpers/zone.ts";

const db = perFile(() => openTestDb(1));

const times = [
  "2026-11-27T23:59:59.999Z",
  "2026-11-28T00:00:00.000Z",
  "2027-03-14T07:00:00.000Z", // New York puts its clocks forward,
  "2027-11-07T05:30:00.000Z", // and back: this half hour comes twice.
  "2028-02-29T00:30:00.000Z",
  "2028-02-29T23:30:00.000Z",
  "2027-12-31T23:30:00.000Z",
];

for (const zone of ["UTC", "America/New_York", "Europe/Berlin", "Asia/Kolkata", "Pacific/Kiritimati"])
  test(`a time's day is that of UTC, and the time itself comes back, where the process lives in ${zone}`, async (t) => {
    inZone(t, zone);
    for (const text of times) {
      const at = new Date(text);
      const [row] = await db.rows(
        `select $1::timestamptz as at, $2::date::text as day, ($3::timestamptz[])[1]::date::text as "dayInArray"`,
        [at, at, [at]],
      );
      const day = text.slice(0, 10);
      assert.deepEqual(row, { at, day, dayInArray: day });
    }
  });
