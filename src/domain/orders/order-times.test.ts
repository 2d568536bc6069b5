import assert from "node:assert/strict";
import { test } from "node:test";
import { secondsAfter } from "../../kit/clock.ts";
import { timesOf } from "./order-times.ts";

test("the window, and the lock within it", () => {
  const at = new Date("2026-02-28T23:59:00Z");
  const cases: [activationSeconds: number, cancelLockSeconds: number, lockEnds: number][] = [
    [1200, 0, 0],
    [1200, 120, 120],
    [1200, 1199, 1199],
    [1200, 1200, 1200],
    [1200, 1201, 1200],
    [60, 3600, 60],
  ];
  for (const [activationSeconds, cancelLockSeconds, lockEnds] of cases)
    assert.deepEqual(timesOf({ activationSeconds, cancelLockSeconds }, at), {
      createdAt: at,
      expiresAt: secondsAfter(at, activationSeconds),
      cancellableAt: secondsAfter(at, lockEnds),
    });
});
