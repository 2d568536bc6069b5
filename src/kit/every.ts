import type { Logger } from "./log.ts";

/** Work that is repeated until it is stopped. */
export interface Repeated {
  /** Waits for a turn that is running. */
  stop(): Promise<void>;
}

/**
 * Does `work` every `milliseconds`, one turn at a time; a turn that fails is logged and does not prevent the next.
 */
export function every(
  milliseconds: number,
  name: string,
  log: Logger,
  work: () => Promise<unknown>,
): Repeated {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let turn: Promise<void> = Promise.resolve();

  async function take(): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!stopped) log.error({ err: error, job: name }, "a job failed; it is tried again at its next turn");
    }
    schedule();
  }
  function schedule(): void {
    if (!stopped) timer = setTimeout(() => (turn = take()), milliseconds);
  }

  schedule();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await turn;
    },
  };
}
