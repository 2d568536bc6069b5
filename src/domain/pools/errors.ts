import { Refusal } from "../../kit/errors.ts";

export const noSuchPool = (poolId: number): Refusal =>
  new Refusal("unknown_pool", `There is no pool ${poolId}.`, { field: "pool" });

export const poolOfSupplier = (pool: { id: number; name: string; supplier: string }): Refusal =>
  new Refusal(
    "unknown_pool",
    `Pool ${pool.id} (${pool.name}) gets its numbers from ${pool.supplier}; add own numbers to a pool of own numbers.`,
    { field: "pool" },
  );
