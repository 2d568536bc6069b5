import { invalid } from "../../kit/errors.ts";
import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { inventory } from "../suppliers/supplier.ts";
import type { LatePolicy, Provider } from "../catalog/catalog.ts";
import type { Pool } from "./queries.ts";
import { insertPool } from "./sql.ts";

export interface PoolInput {
  name: string;
  provider: Provider;
  priceMinor: number;
  /** The cost of a number that received a code; 0 if not given. */
  costMinor?: number;
  lateMessages: LatePolicy;
  actor: string;
}

/** Creates a pool for numbers of our own inventory; customers see it immediately. */
export function createPool({ db, clock }: Pick<Deps, "db" | "clock">, input: PoolInput): Promise<Pool> {
  const { actor, ...given } = input;
  const offer = { ...given, costMinor: given.costMinor ?? 0 };
  if (offer.name.trim() === "" || offer.name.length > 64)
    throw invalid("name", "A pool's name must have 1 to 64 characters.");
  requirePrice(offer.priceMinor);
  requireCost(offer.costMinor);
  const at = clock.now();
  const pool = { ...offer, mode: "live", supplier: inventory } as const;
  return db.transaction(async (tx) => {
    const id = await insertPool(tx, pool, at);
    await recordAction(tx, { at, actor, action: "pool.create", subject: `pool ${id}`, detail: offer });
    return { id, ...pool };
  });
}

/** Nothing is free: a price is above zero. */
export function requirePrice(priceMinor: number): void {
  if (!Number.isSafeInteger(priceMinor) || priceMinor <= 0)
    throw invalid("price", "A price must be above 0.00.");
}

export function requireCost(costMinor: number): void {
  if (!Number.isSafeInteger(costMinor) || costMinor < 0)
    throw invalid("cost", "A cost must be 0.00 or more.");
}
