import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { openTestDb } from "../../test/helpers/db.ts";
import { perFile } from "../../test/helpers/fixtures.ts";

const db = perFile(() => openTestDb(1));

/** The array as PostgreSQL returns it. */
async function through<T>(type: string, elements: T[]): Promise<T[]> {
  const [row] = await db.rows<{ back: T[] }>(`select $1::${type}[] as back`, [elements]);
  return (row as { back: T[] }).back;
}

const nothingOr = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<(T | null)[]> => fc.array(fc.option(values));

const checks: [string, fc.Arbitrary<unknown[]>][] = [
  // PostgreSQL cannot store NUL in texts, and lone surrogates are not valid text.
  [
    "text",
    nothingOr(fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0") && text.isWellFormed())),
  ],
  ["int", nothingOr(fc.integer())],
  ["boolean", nothingOr(fc.boolean())],
  [
    "timestamptz",
    nothingOr(fc.date({ min: new Date("0001-01-01"), max: new Date("9999-01-01"), noInvalidDate: true })),
  ],
  ["bytea", nothingOr(fc.uint8Array().map((bytes) => Buffer.from(bytes)))],
];

for (const [type, arrays] of checks)
  test(`an array of ${type} comes back as it was sent`, () =>
    fc.assert(
      fc.asyncProperty(arrays, async (sent) => assert.deepEqual(await through(type, sent), sent)),
      { numRuns: 200 },
    ));

test("what looks like an array's own signs is text", async () => {
  const sent = ["", "NULL", "null", "{}", "a,b", '"', "\\", '\\"', " a ", "{1,2}", "\n\t"];
  assert.deepEqual(await through("text", sent), sent);
});
