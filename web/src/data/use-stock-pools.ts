import { useQuery } from "@tanstack/react-query";
import { own } from "../api/client.ts";
import type { Pool } from "#answers/operator/pools.ts";

export function useStockPools() {
  return useQuery({ queryKey: ["operator", "pools"], queryFn: () => own<Pool[]>("operator/pools") });
}
