import assert from "node:assert/strict";
import { test } from "node:test";
import { openTestDb } from "../../../test/helpers/db.ts";
import { perFile } from "../../../test/helpers/fixtures.ts";
import { createQueue } from "../../kit/queue.ts";
import { openCounts, type Counts } from "./counts.ts";
import type { Limit, Taken } from "./limit.ts";

const db = perFile(() => openTestDb(2));
const clock = { now: () => new Date("2026-11-28T12:00:00Z") };
const process = (): Counts => openCounts({ db, clock }, (name) => createQueue(name));
const limit = (subject: string, most: number): Limit => ({ subject, most, seconds: 10 });
const usedOf = async (subject: string): Promise<number | undefined> =>
  (await db.rows<{ used: number }>(`select used from limit_counts where subject = $1`, [subject]))[0]?.used;
const refusedOf = (taken: Taken<Limit>[]): string[] =>
  taken.filter(({ isRefused }) => isRefused).map(({ limit: { subject } }) => subject);

test("what one limit refuses counts for no other, whichever of them it is, at once or one by one", async () => {
  for (const [own, shared] of [
    ["a", "b"],
    ["c", "d"],
  ] as const) {
    const { take } = process();
    const [narrow, wide] = [limit(own, 3), limit(shared, 5)];
    const both = own === "a" ? [narrow, wide] : [wide, narrow];
    const answers = await Promise.all(Array.from({ length: 8 }, () => take(both)));
    assert.deepEqual(
      answers.map((taken) => refusedOf(taken)),
      [[], [], [], [own], [own], [own], [own], [own]],
    );
    for (let n = 0; n < 3; n++) assert.deepEqual(refusedOf(await take(both)), [own]);
    for (const left of [1, 0]) assert.equal((await take([wide]))[0]?.left, left);
    assert.deepEqual(refusedOf(await take([wide])), [shared]);
  }
});

test("more points than the limit has are refused and counted nowhere; fewer are given while they last", async () => {
  const [one, two] = [process(), process()];
  const few = limit("few", 10);
  assert.deepEqual(refusedOf(await one.take([few], 11)), ["few"]);
  assert.equal(await usedOf("few"), undefined);
  assert.deepEqual(refusedOf(await one.take([few], 7)), []);
  assert.deepEqual(refusedOf(await two.take([few], 3)), []);
  assert.deepEqual(refusedOf(await one.take([few], 1)), ["few"]);
  assert.equal((await two.take([few], 0))[0]?.left, 0);
});

test("a process knows so many shares, and forgets the oldest; nobody gets more by that", async () => {
  const { take } = process();
  const large = limit("large", 5000);
  await take([large]);
  await take([large]);
  assert.equal(await usedOf("large"), 100, "a fiftieth");
  const others = (count: number, from: number): Promise<unknown> =>
    Promise.all(Array.from({ length: count }, (_, n) => take([limit(`other ${from + n}`, 5)])));
  await others(9_999, 0);
  await take([large]);
  assert.equal(await usedOf("large"), 100, "it is still known");
  await others(1, 9_999);
  const [taken] = await take([large]);
  assert.equal(await usedOf("large"), 200, "it was asked for again");
  assert.equal(taken?.left, 4899);
  assert.equal((await take([limit("other 9999", 5)]))[0]?.left, 3, "newer ones are known");
});
