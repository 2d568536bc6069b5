import { setTimeout as sleep } from "node:timers/promises";
import { Abandoned, CommitUnknown, isUnreachable } from "./db/errors.ts";

const pauseMilliseconds = 100;

/**
 * Retries work on the database while it cannot be reached, for up to this many seconds. Only for work that may be
 * done twice: a commit whose answer was lost may have happened.
 */
export async function retryWhileUnreachable<T>(seconds: number, work: () => Promise<T>): Promise<T> {
  for (const deadline = performance.now() + seconds * 1000; ; await sleep(pauseMilliseconds)) {
    try {
      return await work();
    } catch (error) {
      const isPassing = isUnreachable(error) || error instanceof CommitUnknown;
      if (!isPassing || error instanceof Abandoned || performance.now() > deadline) throw error;
    }
  }
}
