import { setTimeout as sleep } from "node:timers/promises";

// Preloaded into a server process: answers the parent's request for its memory.

process.on("message", (message) => void (message === "memory?" && answer()));
process.channel?.unref(); // The program decides when the process ends.

/** Twice, for memory that is freed by finalizers of the first pass. */
async function answer(): Promise<void> {
  for (let time = 0; time < 2; time++) {
    global.gc?.();
    await sleep(200);
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send?.({ resident: rss, heap: heapUsed + external });
}
