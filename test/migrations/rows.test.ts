import assert from "node:assert/strict";
import { test } from "node:test";
import { knownMigrations } from "../../src/edges/cli/schema.ts";
import { moveToNow, readRows, writtenAt } from "./rows.ts";

const rows = `values ('2026-11-25 21:47:12.057058+00', '2026-11-25', '2026-11-24', '2026-12-25 21:35:32+00', '2026-01')`;

const moved = [
  { now: writtenAt.toISOString(), becomes: rows },
  {
    now: "2028-02-29T12:00:00Z",
    becomes: `values ('2028-02-29 11:59:12.057058+00', '2028-02-29', '2028-02-28', '2028-03-30 11:47:32+00', '2026-01')`,
  },
  {
    now: "2026-12-31T23:59:59Z",
    becomes: `values ('2026-12-31 23:59:11.057058+00', '2026-12-31', '2026-12-30', '2027-01-30 23:47:31+00', '2026-01')`,
  },
  {
    now: "2027-01-01T00:00:10Z",
    becomes: `values ('2026-12-31 23:59:22.057058+00', '2027-01-01', '2026-12-31', '2027-01-30 23:47:42+00', '2026-01')`,
  },
  {
    now: "2026-11-25T00:00:00Z",
    becomes: `values ('2026-11-24 23:59:12.057058+00', '2026-11-25', '2026-11-24', '2026-12-24 23:47:32+00', '2026-01')`,
  },
];

for (const { now, becomes } of moved)
  test(`rows set in November are of the same age on ${now}`, () => {
    assert.equal(moveToNow(rows, new Date(now)), becomes);
  });

test("a time that would not be moved is refused", () => {
  for (const unknown of [
    `'2026-11-25T21:35:32Z'`,
    `'2026-11-25 21:35'`,
    `"2026-11-25"`,
    `'2026-11-25 21:35:32+01'`,
  ])
    assert.throws(() => moveToNow(`values (${unknown})`, writtenAt), /Write '/, unknown);
});

test("every file of rows can be moved", () => {
  for (const name of knownMigrations()) readRows(name, new Date());
});
