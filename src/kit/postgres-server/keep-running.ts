import { setTimeout as sleep } from "node:timers/promises";
import type { Launch } from "./server.ts";

const mostMs = 10_000;

/** Restarts the server whenever it ends unexpectedly. Resolves once it was stopped on purpose. */
export async function keepRunning(
  first: { exit: Promise<void> },
  start: () => Promise<{ exit: Promise<void> }>,
  { log, stop }: Pick<Launch, "log" | "stop">,
): Promise<void> {
  for (let server: { exit: Promise<void> } | null = first; server;) {
    await server.exit;
    if (stop.aborted) return;
    log("The database server ended unexpectedly; starting it again.");
    server = await restart(start, { log, stop });
  }
}

/** Null if it was told to stop before it came up. */
async function restart(
  start: () => Promise<{ exit: Promise<void> }>,
  { log, stop }: Pick<Launch, "log" | "stop">,
): Promise<{ exit: Promise<void> } | null> {
  for (let wait = 250; ; wait = Math.min(wait * 2, mostMs)) {
    try {
      return await start();
    } catch (error) {
      if (stop.aborted) return null;
      log(`${(error as Error).message}\nTrying again.`);
      await sleep(wait, undefined, { signal: stop }).catch(() => {});
    }
  }
}
