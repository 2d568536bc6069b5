import { invalid } from "../../kit/errors.ts";
import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import type { LatePolicy } from "../catalog/catalog.ts";
import { requireCost, requirePrice } from "./create-pool.ts";
import { noSuchPool } from "./errors.ts";
import { lockPool, updatePool } from "./sql.ts";

export interface PoolChange {
  poolId: number;
  name?: string;
  priceMinor?: number;
  /** The cost of a number that received a code, from the next rent on. */
  costMinor?: number;
  lateMessages?: LatePolicy;
  /** A retired pool is no longer offered; its open orders continue. */
  retired?: boolean;
  actor: string;
}

/** Changes a pool, from the next rent on: open orders keep their price. */
export function changePool({ db, clock }: Pick<Deps, "db" | "clock">, change: PoolChange): Promise<void> {
  const { poolId, actor, ...detail } = change;
  if (change.name !== undefined && (change.name.trim() === "" || change.name.length > 64))
    throw invalid("name", "A pool's name must have 1 to 64 characters.");
  if (change.priceMinor !== undefined) requirePrice(change.priceMinor);
  if (change.costMinor !== undefined) requireCost(change.costMinor);
  const at = clock.now();
  return db.transaction(async (tx) => {
    const pool = await lockPool(tx, poolId);
    if (!pool) throw noSuchPool(poolId);
    await updatePool(tx, poolId, {
      name: change.name ?? pool.name,
      priceMinor: change.priceMinor ?? pool.priceMinor,
      costMinor: change.costMinor ?? pool.costMinor,
      lateMessages: change.lateMessages ?? pool.lateMessages,
      retiredAt:
        change.retired === undefined ? pool.retiredAt : change.retired ? (pool.retiredAt ?? at) : null,
    });
    await recordAction(tx, { at, actor, action: "pool.change", subject: `pool ${poolId}`, detail });
  });
}
