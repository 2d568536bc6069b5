import { setTimeout as sleep } from "node:timers/promises";

/** Asks again and again until the answer satisfies, or fails with the last one. */
export async function until<T>(
  ask: () => Promise<T>,
  satisfies: (answer: T) => boolean,
  seconds = 10,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`still not so after ${seconds} s: ${JSON.stringify(answer)}`);
    await sleep(50);
  }
}
