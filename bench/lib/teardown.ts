/** What has to be stopped, the latest first. */
const pending: { name: string; stop: () => Promise<unknown> }[] = [];

/** Remembers how to stop something; answers how to stop it now already. */
export function stopLater(name: string, stop: () => Promise<unknown>): () => Promise<void> {
  const entry = { name, stop };
  pending.push(entry);
  return async () => {
    const place = pending.indexOf(entry);
    if (place >= 0) pending.splice(place, 1);
    if (place >= 0) await stop();
  };
}

/** Stops everything that still runs; one that cannot be stopped does not keep the others from it. */
export async function stopEverything(): Promise<void> {
  for (let entry = pending.pop(); entry; entry = pending.pop()) {
    const { name, stop } = entry;
    await stop().catch((error: unknown) =>
      console.error(`could not stop ${name}: ${(error as Error).message}`),
    );
  }
}

/**
 * Runs a program and stops all that it started: at its end, when it fails, or when one of these comes. Answers whether it
 * was left to itself.
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
    // Work fails when what it needs is stopped under it; that is not worth a word.
    if (!interrupted) console.error((error as Error).stack);
    process.exitCode = 1;
  }
  if (!interrupted) await stopEverything();
  return !interrupted;
}
