import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { documented } from "../../api/client.ts";
import type { ListedOrder } from "../../api/types/orders.ts";
import { useMode, type Mode } from "../../app/mode.ts";
import { createStore, useStore } from "../../app/store.ts";

/** Orders that have been open while the page was: they stay in sight after their end, until they are put away. */
const seen = createStore<Record<Mode, string[]>>({ live: [], test: [] });

export interface OpenOrders {
  ids: string[];
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
    refetchInterval: 10_000, // Events tell of messages and ends; that a program rented, only this.
  });
  const ids = useStore(seen)[mode];
  const keep = (next: string[]): void => seen.set({ ...seen.get(), [mode]: next });

  useEffect(() => {
    const fresh = (query.data ?? [])
      .map((order) => order.order_id)
      .filter((id) => !seen.get()[mode].includes(id));
    if (fresh.length > 0) seen.set({ ...seen.get(), [mode]: [...fresh, ...seen.get()[mode]] });
  }, [query.data, mode]);

  return {
    ids,
    openCount: query.data?.length ?? 0,
    isPending: query.isPending,
    error: query.data ? null : query.error,
    retry: () => void query.refetch(),
    show: (orderId) => keep([orderId, ...ids.filter((id) => id !== orderId)]),
    putAway: (orderId) => keep(ids.filter((id) => id !== orderId)),
  };
}
