import { useQueryClient } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { Price } from "#answers/operator/pools.ts";

/** Replaces all individual prices of a pool. */
export function useSavePrices(poolId: number): (prices: Price[]) => Promise<void> {
  const client = useQueryClient();
  return async (prices) => {
    await own(`operator/pools/${poolId}/prices`, { method: "PUT", body: { prices } });
    await client.invalidateQueries({ queryKey: ["operator"] });
  };
}
