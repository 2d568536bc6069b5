import type { Deps } from "../deps.ts";
import { addRefusals, type Refusals } from "./sql.ts";

export interface RefusalCounts {
  /** Counts a refusal; costs no query. */
  note(route: string, code: string): void;
  /** Writes what was counted since the last time, in one statement. */
  flush(): Promise<void>;
}

/** Counts refusals in this process until they are written; routes and codes are few, so this stays small. */
export function openRefusalCounts({ db, clock }: Pick<Deps, "db" | "clock">): RefusalCounts {
  let counted = new Map<string, Refusals>();
  const add = ({ day, route, code, n }: Refusals): void => {
    const name = `${day} ${route} ${code}`;
    const known = counted.get(name);
    if (known) known.n += n;
    else counted.set(name, { day, route, code, n });
  };
  return {
    note: (route, code) => add({ day: clock.now().toISOString().slice(0, 10), route, code, n: 1 }),
    async flush() {
      if (counted.size === 0) return;
      const written = [...counted.values()];
      counted = new Map();
      try {
        await addRefusals(db, written);
      } catch (error) {
        for (const one of written) add(one); // They are written the next time.
        throw error;
      }
    },
  };
}
