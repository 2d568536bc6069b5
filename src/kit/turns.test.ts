import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { watchTurns } from "./turns.ts";

const mostMilliseconds = 5;

function busyFor(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

const turnOfEvents = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("a burst after a pause makes a turn long, and nobody is refused for it", async () => {
  const turns = watchTurns(mostMilliseconds);
  await sleep(200);
  assert.equal(turns.areLong(), false);
  busyFor(60);
  assert.equal(turns.areLong(), false);
});

test("turns that are long one after the other are told, from the part of each that is too much", async () => {
  const turns = watchTurns(mostMilliseconds);
  const told: boolean[] = [];
  for (let turn = 0; turn < 12; turn++) {
    assert.equal(turns.areLong(), false, "a turn always takes in something");
    busyFor(20);
    told.push(turns.areLong());
    await turnOfEvents();
  }
  assert.deepEqual([told[0], told.at(-1)], [false, true]);
  await sleep(50);
  turns.areLong();
  busyFor(20);
  assert.equal(turns.areLong(), false, "after a pause it begins anew");
});
