import { useMutation, useQueryClient } from "@tanstack/react-query";
import { documented } from "../../api/client.ts";
import { useMode } from "../../state/mode.ts";

interface Action {
  what: "cancel" | "finish" | "resend" | "report";
  reason?: string;
}

export function useOrderAction(orderId: string) {
  const mode = useMode();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ what, reason }: Action) =>
      documented(what, { method: "POST", mode, body: { order_id: orderId, ...(reason ? { reason } : {}) } }),
    // Also after a refusal, because the order is not in the state that the page assumed.
    onSettled: () => {
      for (const key of ["order", "open-orders", "orders", "wallet", "pools"])
        void client.invalidateQueries({ queryKey: [key, mode] });
    },
  });
}
