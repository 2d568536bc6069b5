import assert from "node:assert/strict";
import { test } from "node:test";
import type { Db } from "../../kit/db.ts";
import { openHeard } from "./heard.ts";

test("what could not be written is written the next time, together with what came since, and one write at a time", async () => {
  const written: unknown[][] = [];
  let fails = true;
  let at = 0;
  const rows = async (_sql: string, values: unknown[]): Promise<[]> => {
    if (at++ % 3 !== 1) return []; // Of the three statements of a write, the one with the figures.
    written.push(values.slice(0, 2).concat([values[3]]));
    return [];
  };
  const db = {
    async transaction(work: (tx: { rows: typeof rows }) => Promise<void>) {
      if (fails) throw new Error("the database is away");
      await work({ rows });
    },
  };
  const clock = { now: () => new Date("2026-11-28T03:42:00Z") };
  const heard = openHeard({ db: db as unknown as Db, clock });
  heard.note({ sourceId: 1, line: "sim 1", number: "15550100000" });
  await assert.rejects(heard.flush(), /away/);
  heard.note({ sourceId: 1, line: "sim 1", number: "15550100000" });
  heard.note({ sourceId: 2, number: "15550100000" });
  fails = false;
  await Promise.all([heard.flush(), heard.flush()]);
  assert.deepEqual(written, [
    [
      [1, 2],
      ["sim 1", ""],
      [2, 1],
    ],
  ]);
});
