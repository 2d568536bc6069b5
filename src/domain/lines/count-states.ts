import type { Queryable } from "../../kit/db.ts";
import { stateOf } from "./line.ts";
import { listLineStates } from "./queries.ts";

export interface LineCounts {
  down: number;
  silent: number;
}

/** How many lines need a person: those that are down, and those silent for longer than usual. */
export async function countStates(db: Queryable, at: Date): Promise<LineCounts> {
  const states = (await listLineStates(db)).map((line) => stateOf(line, at));
  const count = (wanted: string): number => states.filter((state) => state === wanted).length;
  return { down: count("down"), silent: count("silent") };
}
