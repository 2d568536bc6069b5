import assert from "node:assert/strict";
import { test } from "node:test";
import { waitSeconds } from "./tries.ts";

const day = 86_400;
const at = (seconds: number): Date => new Date(seconds * 1000);
const counted = (tries: number): { tries: number; countedAt: number } => ({ tries, countedAt: 0 });

test("an account below the limit does not wait; one beyond it waits until time has made up for the last try", () => {
  const cases: [tries: number, seconds: number, wait: number][] = [
    [0, 0, 0],
    [9, 0, 0],
    [10, 0, day / 10],
    [10, day / 10 - 1, 1],
    [10, day / 10, 0],
    [12, 0, (3 * day) / 10],
    [10, day, 0],
    [9.5, 0, day / 20],
  ];
  for (const [tries, seconds, wait] of cases)
    assert.equal(waitSeconds(counted(tries), 10, at(seconds)), wait, `${tries} after ${seconds} s`);
});

test("a clock that runs behind makes nobody wait too long", () => {
  assert.equal(waitSeconds({ tries: 1, countedAt: 5000 }, 10, at(0)), 0);
});
