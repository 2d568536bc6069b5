import type { Load } from "./load.ts";
import type { BenchPostgres } from "./postgres.ts";
import type { Row } from "./table.ts";

/** The parameters of every figure. */
export interface Bench {
  /** Temporary folder, deleted afterwards. */
  folder: string;
  postgres: BenchPostgres;
  load: Load;
  /** How often yardstick and ours are measured alternately. */
  rounds: number;
  roundSeconds: number;
  /** The number of orders in a long history. */
  oldOrders: number;
  profileFolder?: string;
  say: (line: string) => void;
}

/** Measures one thing; returns its lines of the table. */
export type Figure = (bench: Bench) => Promise<Row[]>;
