/**
 * A function that does the work now, or, if it is being done already, once more afterwards: however often it is
 * called, the work is never interrupted, and always done after the last call.
 */
export function oneAtATime(work: () => Promise<unknown>): () => void {
  let isRunning = false;
  let again = false;
  return async function run(): Promise<void> {
    again = isRunning;
    if (isRunning) return;
    isRunning = true;
    await work().catch(() => {}); // Each query shows its own failure.
    isRunning = false;
    if (again) void run();
  };
}
