/** Watches how long the turns of the event loop are: each must end before what waits for an answer can go on. */
export interface EventLoopLag {
  /** Called at every piece of work that comes in; whether the turns have been too long for a while, and this one is. */
  isLagging(): boolean;
}

/** A burst makes some turns long and is over by then; more work than can be done makes all of them long. */
const intervalMilliseconds = 100;

/** The part of its time that a turn may always take in work, or turns made long by refusals would let nothing in. */
const leastShare = 0.3;

/** `time`: milliseconds of a clock that is never set. */
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
        if (now - endedAt > mostMilliseconds) shortAt = now; // Nothing had come in for as long.
        began = now;
        setImmediate(end);
        return false;
      }
      const budget = Math.max(mostMilliseconds, lastMilliseconds * leastShare);
      return now - began > budget && now - shortAt > intervalMilliseconds;
    },
  };
}
