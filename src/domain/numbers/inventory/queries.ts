import type { Queryable } from "../../../kit/db.ts";

export type NumberState = "free" | "rented" | "resting" | "retired";

export interface NumberQuery {
  id: number | null;
  poolId: number | null;
  country: string | null;
  /** Digits that the number contains. */
  contains: string | null;
  state: NumberState | null;
  /** Only lines that seem dead: `silentLines`. */
  silentSince: Date | null;
  beforeId: number;
}

export interface InventoryNumber {
  id: number;
  number: string;
  poolId: number;
  pool: string;
  country: string;
  areaCode: string | null;
  lineType: string | null;
  state: NumberState;
  rentedFor: string[];
  /** Families, each as the list of its services, beginning with the one that names the family. */
  restingFor: { services: string[]; until: string }[];
  createdAt: Date;
  retiredAt: Date | null;
  lastMessageAt: Date | null;
}

/** The number of orders without a code after which a line counts as silent if no message came. */
const silentAfterOrders = 3;

/** Whether number `n` was rented several times since a time, and nothing came on it. */
const silent = (since: string): string => `(n.retired_at is null
  and (select count(*) from (
    select from orders o where o.number = n.number and o.created_at >= ${since} and o.status in ('CANCELLED', 'EXPIRED')
    limit ${silentAfterOrders}) f) = ${silentAfterOrders}
  and not exists (select from messages m where m.number = one_number(n.number) and m.received_at >= ${since}))`;

/** How many lines of our own seem dead since then. */
export async function countSilentLines(db: Queryable, since: Date): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `select count(*)::int as n from numbers n
     where n.number in (
       select number from orders where created_at >= $1 and number_id is not null and status in ('CANCELLED', 'EXPIRED')
       group by number having count(*) >= ${silentAfterOrders})
     and ${silent("$1")}`,
    [since],
  );
  return row?.n ?? 0;
}

/**
 * A page of the inventory with the current state of each number for each service, newest first.
 */
export function listInventory(
  db: Queryable,
  query: NumberQuery,
  { at, quarantineSeconds }: { at: Date; quarantineSeconds: number },
  limit: number,
): Promise<InventoryNumber[]> {
  return db.rows(
    `select n.id, n.number, n.pool_id as "poolId", p.name as pool, n.country, n.area_code as "areaCode",
       n.line_type as "lineType", t.state, u.rented as "rentedFor", u.resting as "restingFor",
       n.created_at as "createdAt", n.retired_at as "retiredAt",
       (select m.received_at from messages m where m.number = one_number(n.number) order by m.id desc limit 1) as "lastMessageAt"
     from numbers n join pools p on p.id = n.pool_id
     cross join lateral (
       select array(select s.slug from orders o join services s on s.id = o.service_id
           where o.number = n.number and o.closed_at is null order by s.slug) as rented,
         (select coalesce(jsonb_agg(jsonb_build_object('services', (
             select jsonb_agg(f.slug order by f.id <> s.id, f.slug) from services f where f.family_id = s.family_id),
             'until', to_json(r.until)) order by s.slug), '[]')
           from number_uses u
           cross join lateral (select greatest(u.rests_until, u.used_at + make_interval(secs => $10)) as until) r
           join services s on s.family_id = u.family_id and s.family_id in (0, s.id)
           where u.number = n.number and u.rests_until <> 'infinity' and r.until > $6) as resting
     ) u
     cross join lateral (select case when n.retired_at is not null then 'retired' when u.rented <> '{}' then 'rented'
       when u.resting <> '[]' then 'resting' else 'free' end as state) t
     where n.id < $5 and ($1::bigint is null or n.id = $1) and ($2::int is null or n.pool_id = $2)
       and ($3::text is null or n.country = $3) and ($4::text is null or strpos(n.number, $4) > 0
         or one_number(n.number) = one_number($4))
       and ($7::text is null or t.state = $7) and ($9::timestamptz is null or ${silent("$9")})
     order by n.id desc limit $8`,
    [
      query.id,
      query.poolId,
      query.country,
      query.contains,
      query.beforeId,
      at,
      query.state,
      limit,
      query.silentSince,
      quarantineSeconds,
    ],
  );
}
