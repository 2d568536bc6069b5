import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import pg from "pg";
import { timeReader } from "./read-time.ts";

const drivers = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => unknown;
const read = timeReader(() => "left to the other");

test("times of every length of fraction, to the millisecond", () => {
  const at = (text: string): string => (read(text) as Date).toISOString();
  assert.equal(at("2026-01-31 12:34:56+00"), "2026-01-31T12:34:56.000Z");
  assert.equal(at("2026-01-31 12:34:56.7+00"), "2026-01-31T12:34:56.700Z");
  assert.equal(at("2026-01-31 12:34:56.078+00"), "2026-01-31T12:34:56.078Z");
  assert.equal(at("2026-01-31 12:34:56.078999+00"), "2026-01-31T12:34:56.078Z");
  assert.equal(at("1000-01-01 00:00:00+00"), "1000-01-01T00:00:00.000Z");
});

test("other formats are left to the driver", () => {
  for (const text of [
    "infinity",
    "-infinity",
    "0044-03-15 12:00:00+00 BC",
    "12026-01-01 00:00:00+00",
    "2026-01-31 12:34:56+05:30",
  ])
    assert.equal(read(text), "left to the other", text);
});

test("reads every time of ours as the driver does", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
      (date) => {
        const text = date.toISOString().replace("T", " ").replace("Z", "+00");
        assert.deepEqual(read(text), date);
        assert.deepEqual(read(text), drivers(text));
      },
    ),
  );
});
