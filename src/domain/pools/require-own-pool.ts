import type { Queryable } from "../../kit/db.ts";
import { inventory } from "../suppliers/supplier.ts";
import { noSuchPool, poolOfSupplier } from "./errors.ts";
import { findPool, type Pool } from "./queries.ts";

/** A pool that our own numbers may be put into; refuses unknown ones and those that a supplier fills. */
export async function requireOwnPool(db: Queryable, poolId: number): Promise<Pool> {
  const pool = await findPool(db, poolId);
  if (!pool) throw noSuchPool(poolId);
  if (pool.supplier !== inventory) throw poolOfSupplier(pool);
  return pool;
}
