/** What must be stopped, the latest first. */
const pending: { name: string; stop: () => Promise<unknown> }[] = [];

/** Registers how to stop something; returns a function that stops it early. */
export function stopLater(name: string, stop: () => Promise<unknown>): () => Promise<void> {
  const entry = { name, stop };
  pending.push(entry);
  return async () => {
    const place = pending.indexOf(entry);
    if (place >= 0) pending.splice(place, 1);
    if (place >= 0) await stop();
  };
}

/** Stops everything that still runs; a failure to stop one does not prevent stopping the others. */
export async function stopEverything(): Promise<void> {
  for (let entry = pending.pop(); entry; entry = pending.pop()) {
    const { name, stop } = entry;
    await stop().catch((error: unknown) =>
      console.error(`could not stop ${name}: ${(error as Error).message}`),
    );
  }
}

/**
 * Runs a program and stops everything that it started: at its end, if it fails, or on one of these signals. Returns
 * whether it ran without being interrupted.
 */
export async function runAndStop(
  main: () => Promise<void>,
  interrupts: (NodeJS.Signals | "disconnect")[],
): Promise<boolean> {
  let interrupted = false;
  for (const interrupt of interrupts)
    process.on(interrupt, () => {
      if (interrupted) return;
      interrupted = true;
      console.log("\nStopping what was started.");
      void stopEverything().finally(() => process.exit(130));
    });
  try {
    await main();
  } catch (error) {
    // Work fails if what it needs is stopped under it; no need to report that.
    if (!interrupted) console.error((error as Error).stack);
    process.exitCode = 1;
  }
  if (!interrupted) await stopEverything();
  return !interrupted;
}
