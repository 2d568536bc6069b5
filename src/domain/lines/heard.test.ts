import assert from "node:assert/strict";
import { test } from "node:test";
import type { Db } from "../../kit/db.ts";
import { openHeard } from "./heard.ts";

test("how late messages are: hours only if the zone of their time is known", async () => {
  const written: unknown[][] = [];
  const rows = async (_sql: string, values: unknown[]): Promise<[]> => {
    if (values.length === 7) written.push(values.slice(4).flat());
    return [];
  };
  const db = { transaction: (work: (tx: { rows: typeof rows }) => Promise<void>) => work({ rows }) };
  const at = Date.parse("2026-11-28T12:00:00Z");
  const heard = openHeard({ db: db as unknown as Db, clock: { now: () => new Date(at) } });
  const cases: [seconds: number, timeHasZone: boolean, timed: number, lagSeconds: number][] = [
    [899, false, 1, 899],
    [900, false, 0, 0],
    [7200, true, 1, 7200],
    [86_400, true, 0, 0],
    [-59, true, 1, 0],
    [-60, true, 0, 0],
  ];
  for (const [seconds, timeHasZone, timed, lag] of cases) {
    const sentAt = new Date(at - seconds * 1000);
    heard.note({ sourceId: 1, number: "15550100000", sentAt, timeHasZone });
    await heard.flush();
    assert.deepEqual(written.pop(), [timed, lag * 1000, lag * 1000], `${seconds} s`);
  }
});

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
