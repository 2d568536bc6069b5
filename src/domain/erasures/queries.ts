import type { Queryable } from "../../kit/db.ts";

export interface Erasure {
  /** YYYY-MM-DD, UTC. */
  day: string;
  kind: string;
  erased: number;
}

/** What was erased on which day, newest first; `from` and `to` are days, `to` the first that is not meant. */
export function listErasures(
  db: Queryable,
  { from, to }: { from: string | null; to: string | null },
): Promise<Erasure[]> {
  return db.rows(
    `select day::text as day, kind, erased from erasures
     where ($1::date is null or day >= $1) and ($2::date is null or day < $2) order by erasures.day desc, kind`,
    [from, to],
  );
}
