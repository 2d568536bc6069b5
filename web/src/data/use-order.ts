import { useQuery } from "@tanstack/react-query";
import { own } from "../api/client.ts";
import type { OrderDetails } from "#answers/orders.ts";
import { useMode, type Mode } from "../state/mode.ts";

export function useOrder(orderId: string, otherMode?: Mode) {
  const shown = useMode();
  const mode = otherMode ?? shown;
  return useQuery({
    queryKey: ["order", mode, orderId],
    queryFn: () => own<OrderDetails>(`orders/${orderId}`, { mode }),
  });
}
