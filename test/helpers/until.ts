import { setTimeout as sleep } from "node:timers/promises";

/**
 * Longer than anything a test waits for takes on any machine, however busy: only what never happens takes this long.
 */
export const patienceSeconds = 90;

/** Repeats until the result satisfies, or fails with the last one. */
export async function until<T>(
  ask: () => Promise<T>,
  satisfies: (answer: T) => boolean,
  seconds = patienceSeconds,
): Promise<T> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (performance.now() > deadline)
      throw new Error(`still not so after ${seconds} s: ${JSON.stringify(answer)}`);
    await sleep(50);
  }
}
