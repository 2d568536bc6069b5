import type { World, WorldOptions } from "./world.ts";

/** What a fault is given besides the world. */
export interface Tools {
  /** A folder that is gone afterwards. */
  folder: string;
  isFast: boolean;
  /** Plays a round with a fault in a world of its own. */
  elsewhere(options: Omit<WorldOptions, "folder">, inject: Inject): Promise<void>;
}

/** Brings the fault and takes it away again, under load; answers what is worth a note. */
export type Inject = (world: World) => Promise<string | void>;

export interface Load {
  live: number;
  test: number;
}

export interface Fault {
  name: string;
  /** What happens, as the report says it. */
  sentence: string;
  /** Rounds in one turn through all faults. */
  rounds: number;
  /** Not a request may fail meanwhile. */
  isStrict?: boolean;
  /** Stories told at once for a wallet, where they are to leave the machine some rest. */
  load?: Load;
  /** Why it cannot be tried on this machine. */
  cannot?(): string | null;
  inject(world: World, tools: Tools): Promise<string | void>;
}
