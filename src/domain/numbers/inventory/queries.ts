import type { Queryable } from "../../../kit/db.ts";
import { behind, inOrder, mostCounted, type Sort } from "../../../kit/sort.ts";

export type NumberState = "free" | "rented" | "resting" | "retired";

export interface NumberQuery {
  id: number | null;
  poolId: number | null;
  country: string | null;
  /** Digits that the number contains. */
  contains: string | null;
  state: NumberState | null;
  /** Only numbers that seem dead: `silent`. */
  silentSince: Date | null;
  /** Imported in [from, to). */
  from: Date | null;
  to: Date | null;
  sort?: Sort | "number";
  /** The last row of the previous page; null: from the start. */
  lastId: number | null;
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

/** How many numbers of our own seem dead since then. */
export async function countSilentNumbers(db: Queryable, since: Date): Promise<number> {
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

const fromWanted = `from numbers n join pools p on p.id = n.pool_id
  cross join lateral (
    select array(select s.slug from orders o join services s on s.id = o.service_id
        where o.number = n.number and o.closed_at is null order by s.slug) as rented,
      (select coalesce(jsonb_agg(jsonb_build_object('services', (
          select jsonb_agg(f.slug order by f.id <> s.id, f.slug) from services f where f.family_id = s.family_id),
          'until', to_json(r.until)) order by s.slug), '[]')
        from number_uses u
        cross join lateral (select greatest(u.rests_until, u.used_at + make_interval(secs => $8)) as until) r
        join services s on s.family_id = u.family_id and s.family_id in (0, s.id)
        where u.number = n.number and u.rests_until <> 'infinity' and r.until > $5) as resting
  ) u
  cross join lateral (select case when n.retired_at is not null then 'retired' when u.rented <> '{}' then 'rented'
    when u.resting <> '[]' then 'resting' else 'free' end as state) t
  where ($1::bigint is null or n.id = $1) and ($2::int is null or n.pool_id = $2)
    and ($3::text is null or n.country = $3)
    and ($4::text is null or strpos(n.number, $4) > 0 or one_number(n.number) = one_number($4))
    and ($6::text is null or t.state = $6) and ($7::timestamptz is null or ${silent("$7")})
    and ($9::timestamptz is null or n.created_at >= $9) and ($10::timestamptz is null or n.created_at < $10)`;

interface Terms {
  at: Date;
  quarantineSeconds: number;
}

const wantedBy = (query: NumberQuery, { at, quarantineSeconds }: Terms): unknown[] => [
  query.id,
  query.poolId,
  query.country,
  query.contains,
  at,
  query.state,
  query.silentSince,
  quarantineSeconds,
  query.from,
  query.to,
];

/** Each uses an index: by when they were imported, or by the digits. */
const orders: Record<Sort | "number", string> = {
  newest: `($11::bigint is null or ${behind("newest", "n.id", "$11")}) ${inOrder("newest", "n.id")}`,
  oldest: `($11::bigint is null or ${behind("oldest", "n.id", "$11")}) ${inOrder("oldest", "n.id")}`,
  number: `($11::bigint is null or n.number > (select l.number from numbers l where l.id = $11)) order by n.number`,
};

/** A page of the inventory with the current state of each number for each service. */
export function listInventory(
  db: Queryable,
  query: NumberQuery,
  terms: Terms,
  limit: number,
): Promise<InventoryNumber[]> {
  return db.rows(
    `select n.id, n.number, n.pool_id as "poolId", p.name as pool, n.country, n.area_code as "areaCode",
       n.line_type as "lineType", t.state, u.rented as "rentedFor", u.resting as "restingFor",
       n.created_at as "createdAt", n.retired_at as "retiredAt",
       (select m.received_at from messages m where m.number = one_number(n.number) order by m.id desc limit 1) as "lastMessageAt"
     ${fromWanted} and ${orders[query.sort ?? "newest"]} limit $12`,
    [...wantedBy(query, terms), query.lastId, limit],
  );
}

/** How many there are, at most one more than anybody counts. */
export async function countInventory(db: Queryable, query: NumberQuery, terms: Terms): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `select count(*)::int as n from (select ${fromWanted} limit ${mostCounted + 1}) counted`,
    wantedBy(query, terms),
  );
  return row?.n ?? 0;
}
