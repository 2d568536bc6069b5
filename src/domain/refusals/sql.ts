import type { Queryable } from "../../kit/db.ts";

export interface Refusals {
  /** 2026-11-27, UTC. */
  day: string;
  route: string;
  code: string;
  n: number;
}

/** Adds to the counts; rows in one order, so that processes do not wait for each other in a circle. */
export async function addRefusals(db: Queryable, counts: Refusals[]): Promise<void> {
  await db.rows(
    `insert into refusals as r (day, route, code, n)
     select * from unnest($1::date[], $2::text[], $3::text[], $4::bigint[]) as c (day, route, code, n)
     order by day, route, code
     on conflict (day, route, code) do update set n = r.n + excluded.n`,
    [
      counts.map(({ day }) => day),
      counts.map(({ route }) => route),
      counts.map(({ code }) => code),
      counts.map(({ n }) => n),
    ],
  );
}
