import type { TestContext } from "node:test";

/** A clock that runs like the real one, and that tests can move. */
export interface TestClock {
  now(): Date;
  advance(seconds: number): void;
  /**
   * Moves to the next time that it is this hour in UTC ("12:00"): for things that must happen on one day, or at its
   * end.
   */
  advanceTo(timeOfDay: string): void;
  /**
   * Until the test ends the clock stands still unless it is moved: for events just before a time, at it, and just
   * after.
   */
  stop(t: TestContext): void;
}

const dayMs = 86_400_000;

export function createTestClock(): TestClock {
  let offset = 0;
  let stoppedAt: number | undefined;
  const now = (): number => (stoppedAt ?? Date.now()) + offset;
  return {
    now: () => new Date(now()),
    advance: (seconds) => void (offset += seconds * 1000),
    advanceTo(timeOfDay) {
      const ofDay = Date.parse(`1970-01-01T${timeOfDay}Z`);
      offset += (((ofDay - now()) % dayMs) + dayMs) % dayMs;
    },
    stop(t) {
      const at = (stoppedAt = Date.now());
      t.after(() => {
        offset += at - Date.now();
        stoppedAt = undefined;
      });
    },
  };
}
