import { useQueryClient } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { Price } from "#answers/operator/pools.ts";

/** Sets all particular prices of a pool in place of those it had. */
export function useSavePrices(poolId: number): (prices: Price[]) => Promise<void> {
  const client = useQueryClient();
  return async (prices) => {
    await own(`operator/pools/${poolId}/prices`, { method: "PUT", body: { prices } });
    await client.invalidateQueries({ queryKey: ["operator"] });
  };
}
