import type { Queryable } from "../../kit/db.ts";
import type { Mode } from "../wallet/wallet.ts";

export interface PoolFigures {
  id: number;
  name: string;
  mode: Mode;
  provider: string;
  supplier: string;
  priceMinor: number;
  costMinor: number;
  lateMessages: string;
  numbers: number;
  overrides: number;
  createdAt: Date;
  retiredAt: Date | null;
}

/** Every pool, retired ones last. */
export function listPoolFigures(db: Queryable): Promise<PoolFigures[]> {
  return db.rows(
    `select p.id, p.name, p.mode, p.provider, p.supplier, p.price_minor as "priceMinor",
       p.cost_minor as "costMinor", p.late_messages as "lateMessages",
       (select count(*)::int from numbers n where n.pool_id = p.id and n.retired_at is null) as numbers,
       (select count(*)::int from prices o where o.pool_id = p.id) as overrides,
       p.created_at as "createdAt", p.retired_at as "retiredAt"
     from pools p order by p.retired_at is not null, p.id`,
  );
}

export interface PoolRow {
  id: number;
  mode: Mode;
  provider: string;
  name: string;
  supplier: string;
  priceMinor: number;
  /** The cost of a number that received a code. */
  costMinor: number;
  lateMessages: string;
  numbers: number;
}

export function listPools(db: Queryable): Promise<PoolRow[]> {
  return db.rows(
    `select p.id, p.mode, p.provider, p.name, p.supplier, p.price_minor as "priceMinor", p.cost_minor as "costMinor",
       p.late_messages as "lateMessages", count(n.id)::int as numbers
     from pools p left join numbers n on n.pool_id = p.id and n.retired_at is null
     where p.retired_at is null group by p.id order by p.id`,
  );
}

export type Pool = Omit<PoolRow, "numbers">;

export async function findPool(db: Queryable, poolId: number): Promise<Pool | undefined> {
  const [pool] = await db.rows<Pool>(
    `select id, mode, provider, name, supplier, price_minor as "priceMinor", cost_minor as "costMinor",
       late_messages as "lateMessages"
     from pools where id = $1 and retired_at is null`,
    [poolId],
  );
  return pool;
}

export interface Override {
  poolId: number;
  country: string | null;
  service: string | null;
  priceMinor: number;
  /** Null: the pool's cost. */
  costMinor: number | null;
}

const overrideColumns = `o.pool_id as "poolId", o.country, s.slug as service, o.price_minor as "priceMinor", o.cost_minor as "costMinor"`;

export function listOverrides(db: Queryable): Promise<Override[]> {
  return db.rows(
    `select ${overrideColumns}
     from prices o left join services s on s.id = o.service_id order by o.pool_id, o.country nulls first, s.slug nulls first`,
  );
}

export function listOverridesOf(db: Queryable, poolId: number): Promise<Override[]> {
  return db.rows(
    `select ${overrideColumns}
     from prices o left join services s on s.id = o.service_id where o.pool_id = $1
     order by o.country nulls first, s.slug nulls first`,
    [poolId],
  );
}
