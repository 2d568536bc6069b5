import { setTimeout as sleep } from "node:timers/promises";
import type { Load as Stories } from "./fault.ts";
import { tell } from "./stories.ts";
import type { World } from "./world.ts";

/** Customers and sources at work, until they are stopped. */
export interface Load {
  resume(): void;
  /** Resolves when every request has its answer; throws what a story threw. */
  pause(): Promise<void>;
}

/** This many workers per wallet run stories one after the other. */
export function createLoad(world: World, perWallet: Stories): Load {
  let running: Promise<void>[] = [];
  let paused = true;

  async function work(account: World["accounts"][number]): Promise<void> {
    while (!paused) {
      await tell(world, account);
      // The driver shares the machine with what it tests; and if nothing is available, real clients ask less often.
      await sleep(performance.now() - world.record.failedAt < 100 ? 250 : 1);
    }
  }
  return {
    resume() {
      paused = false;
      running = world.accounts.flatMap((account) =>
        Array.from({ length: perWallet[account.mode] }, () => work(account)),
      );
    },
    async pause() {
      paused = true;
      await Promise.all(running);
      running = [];
    },
  };
}
