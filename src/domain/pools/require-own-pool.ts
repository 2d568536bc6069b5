import type { Queryable } from "../../kit/db.ts";
import { inventory } from "../suppliers/supplier.ts";
import { noSuchPool, poolOfSupplier } from "./errors.ts";
import { findPool, type Pool } from "./queries.ts";

/** A pool that our own numbers may be added to; refuses unknown pools and those of other suppliers. */
export async function requireOwnPool(db: Queryable, poolId: number): Promise<Pool> {
  const pool = await findPool(db, poolId);
  if (!pool) throw noSuchPool(poolId);
  if (pool.supplier !== inventory) throw poolOfSupplier(pool);
  return pool;
}
