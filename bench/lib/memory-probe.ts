import { setTimeout as sleep } from "node:timers/promises";

// Loaded into a server process before its program: answers the parent's question for its memory.

process.on("message", (message) => void (message === "memory?" && answer()));
process.channel?.unref(); // The program decides when it ends.

/** Twice, for what is freed by finalizers of the first time. */
async function answer(): Promise<void> {
  for (let time = 0; time < 2; time++) {
    global.gc?.();
    await sleep(200);
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send?.({ resident: rss, heap: heapUsed + external });
}
