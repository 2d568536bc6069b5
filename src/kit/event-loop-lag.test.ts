import assert from "node:assert/strict";
import { test } from "node:test";
import { watchEventLoop } from "./event-loop-lag.ts";

const mostMilliseconds = 5;

let milliseconds = 0;
const time = (): number => milliseconds;
const busyFor = (more: number): void => void (milliseconds += more);

const turnOfEvents = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("a burst after a pause makes one turn long, and nobody is refused because of it", () => {
  const eventLoop = watchEventLoop(mostMilliseconds, time);
  busyFor(200);
  assert.equal(eventLoop.isLagging(), false);
  busyFor(60);
  assert.equal(eventLoop.isLagging(), false);
});

test("several long turns in a row are detected, by the excess of each", async () => {
  const eventLoop = watchEventLoop(mostMilliseconds, time);
  const told: boolean[] = [];
  for (let turn = 0; turn < 12; turn++) {
    assert.equal(eventLoop.isLagging(), false, "a turn always takes in something");
    busyFor(20);
    told.push(eventLoop.isLagging());
    await turnOfEvents();
  }
  assert.deepEqual([told[0], told.at(-1)], [false, true]);
  for (let turn = 0; turn < 2; turn++) {
    eventLoop.isLagging();
    busyFor(1);
    await turnOfEvents();
  }
  eventLoop.isLagging();
  busyFor(20);
  assert.equal(eventLoop.isLagging(), false, "after short turns it begins anew");
});
