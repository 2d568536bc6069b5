import { useQuery } from "@tanstack/react-query";
import { own } from "../api/client.ts";
import type { OrderDetails } from "#answers/orders.ts";
import { useMode } from "../state/mode.ts";

export function useOrder(orderId: string) {
  const mode = useMode();
  return useQuery({
    queryKey: ["order", mode, orderId],
    queryFn: () => own<OrderDetails>(`orders/${orderId}`, { mode }),
  });
}
