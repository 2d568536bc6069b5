import type { Tx } from "../../kit/db.ts";
import type { PoolRow } from "./queries.ts";

export async function insertPool(tx: Tx, pool: Omit<PoolRow, "id" | "numbers">, at: Date): Promise<number> {
  const [row] = await tx.rows<{ id: number }>(
    `insert into pools (mode, provider, name, supplier, price_minor, cost_minor, late_messages, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [
      pool.mode,
      pool.provider,
      pool.name,
      pool.supplier,
      pool.priceMinor,
      pool.costMinor,
      pool.lateMessages,
      at,
    ],
  );
  return (row as { id: number }).id;
}

export async function setPoolPrice(tx: Tx, poolId: number, priceMinor: number): Promise<void> {
  await tx.rows(`update pools set price_minor = $2 where id = $1`, [poolId, priceMinor]);
}

export async function upsertPrice(
  tx: Tx,
  poolId: number,
  { country, serviceId, priceMinor }: Omit<PriceLine, "costMinor">,
): Promise<void> {
  await tx.rows(
    `insert into prices (pool_id, country, service_id, price_minor) values ($1, $2, $3, $4)
     on conflict (pool_id, country, service_id) do update set price_minor = excluded.price_minor`,
    [poolId, country, serviceId, priceMinor],
  );
}

export interface LockedPool {
  name: string;
  priceMinor: number;
  costMinor: number;
  lateMessages: string;
  retiredAt: Date | null;
}

export async function lockPool(tx: Tx, poolId: number): Promise<LockedPool | undefined> {
  const [pool] = await tx.rows<LockedPool>(
    `select name, price_minor as "priceMinor", cost_minor as "costMinor", late_messages as "lateMessages", retired_at as "retiredAt"
     from pools where id = $1 for no key update`,
    [poolId],
  );
  return pool;
}

export async function updatePool(tx: Tx, poolId: number, pool: LockedPool): Promise<void> {
  await tx.rows(
    `update pools set name = $2, price_minor = $3, cost_minor = $4, late_messages = $5, retired_at = $6 where id = $1`,
    [poolId, pool.name, pool.priceMinor, pool.costMinor, pool.lateMessages, pool.retiredAt],
  );
}

export interface PriceLine {
  country: string | null;
  serviceId: number | null;
  priceMinor: number;
  costMinor: number | null;
}

export async function insertPrices(tx: Tx, poolId: number, lines: PriceLine[]): Promise<void> {
  await tx.rows(
    `insert into prices (pool_id, country, service_id, price_minor, cost_minor)
     select $1, * from unnest($2::text[], $3::int[], $4::bigint[], $5::bigint[])`,
    [
      poolId,
      lines.map((line) => line.country),
      lines.map((line) => line.serviceId),
      lines.map((line) => line.priceMinor),
      lines.map((line) => line.costMinor),
    ],
  );
}

export async function deletePrices(tx: Tx, poolId: number): Promise<void> {
  await tx.rows(`delete from prices where pool_id = $1`, [poolId]);
}

/** Only one process at a time creates the first pools, until the transaction ends. */
export async function lockFirstPools(tx: Tx): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended('make first pools', 0))`);
}
