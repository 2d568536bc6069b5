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
