import assert from "node:assert/strict";
import { test } from "node:test";
import { startTestApp } from "./app.ts";
import { perFile } from "./fixtures.ts";
import { createTestClock } from "./clock.ts";

const app = perFile(() => startTestApp());

test("the database lives at the same time as this process, wherever its clock was moved", async () => {
  const before = Date.now();
  const [row] = await app.db.rows<{ at: Date }>(`select clock_timestamp() as at`);
  const at = row?.at.getTime() ?? 0;
  assert.ok(before <= at && at <= Date.now(), `${before} ≤ ${at} ≤ ${Date.now()}`);
});

test("a clock goes on to an hour: today's, or tomorrow's where that is past", (t) => {
  const clock = createTestClock();
  clock.stop(t);
  for (const timeOfDay of ["12:00", "12:00", "11:59", "23:59:59.999", "00:00", "00:30"]) {
    const before = clock.now().getTime();
    clock.advanceTo(timeOfDay);
    assert.ok(clock.now().toISOString().slice(11).startsWith(timeOfDay));
    const moved = clock.now().getTime() - before;
    assert.ok(moved >= 0 && moved < 86_400_000, `${timeOfDay}: moved by ${moved} ms`);
  }
});

test("a clock that was stopped goes only where it is moved", async (t) => {
  const clock = createTestClock();
  clock.stop(t);
  const at = clock.now().getTime();
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(clock.now().getTime(), at);
  clock.advance(1.5);
  assert.equal(clock.now().getTime(), at + 1500);
});
