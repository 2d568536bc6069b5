import type { Load } from "./load.ts";
import type { BenchPostgres } from "./postgres.ts";
import type { Row } from "./table.ts";

/** What every figure is handed. */
export interface Bench {
  /** Temporary, gone afterwards. */
  folder: string;
  postgres: BenchPostgres;
  load: Load;
  /** How often yardstick and ours are measured in turn. */
  rounds: number;
  roundSeconds: number;
  /** How many orders a long history has. */
  oldOrders: number;
  profileFolder?: string;
  say: (line: string) => void;
}

/** Measures one thing; answers its lines of the table. */
export type Figure = (bench: Bench) => Promise<Row[]>;
