import type { Queryable } from "../../kit/db.ts";

/** `counts` are sorted by kind, so that two processes at once do not deadlock. */
export async function addErasures(
  db: Queryable,
  counts: [kind: string, count: number][],
  at: Date,
): Promise<void> {
  await db.rows(
    `insert into erasures (day, kind, erased)
     select ($1::timestamptz at time zone 'UTC')::date, e.kind, e.erased
     from unnest($2::text[], $3::bigint[]) with ordinality as e (kind, erased, ord) order by e.ord
     on conflict (day, kind) do update set erased = erasures.erased + excluded.erased`,
    [at, counts.map(([kind]) => kind), counts.map(([, count]) => count)],
  );
}
