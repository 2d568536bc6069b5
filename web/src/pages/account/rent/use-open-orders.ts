import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { documented } from "../../../api/client.ts";
import type { ListedOrder } from "#api-answers/orders.ts";
import { useMode } from "../../../state/mode.ts";
import { bringIntoSight, seenOrders } from "../../../state/seen-orders.ts";
import { useStore } from "../../../state/store.ts";

export interface OpenOrders {
  ids: string[];
  orders: ListedOrder[];
  openCount: number;
  isPending: boolean;
  error: Error | null;
  retry: () => void;
  show: (orderId: string) => void;
  putAway: (orderId: string) => void;
}

export function useOpenOrders(): OpenOrders {
  const mode = useMode();
  const query = useQuery({
    queryKey: ["open-orders", mode],
    queryFn: () =>
      documented<ListedOrder[]>("orders", { mode, query: { status: "PENDING,RECEIVED", limit: 50 } }),
    refetchInterval: 10_000, // Events report messages and ends; only this shows what a program rented.
  });
  const ids = useStore(seenOrders)[mode];
  const keep = (next: string[]): void => seenOrders.set({ ...seenOrders.get(), [mode]: next });

  useEffect(() => {
    bringIntoSight(
      mode,
      (query.data ?? []).map((order) => order.order_id),
    );
  }, [query.data, mode]);

  return {
    ids,
    orders: query.data ?? [],
    openCount: query.data?.length ?? 0,
    isPending: query.isPending,
    error: query.data ? null : query.error,
    retry: () => void query.refetch(),
    show: (orderId) => keep([orderId, ...ids.filter((id) => id !== orderId)]),
    putAway: (orderId) => keep(ids.filter((id) => id !== orderId)),
  };
}
