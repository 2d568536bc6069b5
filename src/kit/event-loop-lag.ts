/**
 * Measures the turns of the event loop: nothing that waits for an answer can continue before the current turn ends.
 */
export interface EventLoopLag {
  /**
   * To be called for every incoming piece of work; returns whether turns have been too long for a while, including
   * this one.
   */
  isLagging(): boolean;
}

/** A burst makes a few turns long and is then over; overload makes all of them long. */
const intervalMilliseconds = 100;

/** The share of a turn that work may always take; otherwise turns made long by refusals would let nothing in. */
const leastShare = 0.3;

/** `time`: milliseconds of a monotonic clock. */
export function watchEventLoop(
  mostMilliseconds: number,
  time = (): number => performance.now(),
): EventLoopLag {
  let began: number | null = null;
  let lastMilliseconds = 0;
  let endedAt = time();
  let shortAt = endedAt;

  function end(): void {
    endedAt = time();
    lastMilliseconds = began === null ? 0 : endedAt - began;
    if (lastMilliseconds < mostMilliseconds) shortAt = endedAt;
    began = null;
  }

  return {
    isLagging() {
      const now = time();
      if (began === null) {
        if (now - endedAt > mostMilliseconds) shortAt = now; // Nothing had arrived for that long.
        began = now;
        setImmediate(end);
        return false;
      }
      const budget = Math.max(mostMilliseconds, lastMilliseconds * leastShare);
      return now - began > budget && now - shortAt > intervalMilliseconds;
    },
  };
}
