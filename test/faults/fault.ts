import type { World, WorldOptions } from "./world.ts";

/** What a fault is given besides the world. */
export interface Tools {
  /** A folder that is removed afterwards. */
  folder: string;
  isFast: boolean;
  /** Runs a round with a fault in a separate world. */
  elsewhere(options: Omit<WorldOptions, "folder">, inject: Inject): Promise<void>;
}

/** Causes the fault and ends it again, under load; returns remarks for the report. */
export type Inject = (world: World) => Promise<string | void>;

export interface Load {
  live: number;
  test: number;
}

export interface Fault {
  name: string;
  /** What happens, as worded in the report. */
  sentence: string;
  /** Rounds per cycle through all faults. */
  rounds: number;
  /** Whether every request must succeed during the fault. */
  isStrict?: boolean;
  /** Concurrent stories per wallet, if the machine must not be fully loaded. */
  load?: Load;
  /** Why it cannot be tested on this machine. */
  cannot?(): string | null;
  inject(world: World, tools: Tools): Promise<string | void>;
}
