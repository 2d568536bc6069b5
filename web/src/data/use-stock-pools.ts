import { useQuery } from "@tanstack/react-query";
import { own } from "../api/client.ts";
import type { StockPool } from "../api/types/stock.ts";

export function useStockPools() {
  return useQuery({ queryKey: ["operator", "pools"], queryFn: () => own<StockPool[]>("operator/pools") });
}
