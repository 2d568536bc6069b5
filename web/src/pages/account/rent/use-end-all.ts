import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ListedOrder } from "#api-answers/orders.ts";
import { documented } from "../../../api/client.ts";
import { isApiError, type ApiError } from "../../../api/error.ts";
import { useMode } from "../../../state/mode.ts";
import type { Ending } from "./EndAllModal.tsx";

/** The result of each order so far, by its id: null if it was ended, or why not. */
type Results = Record<string, ApiError | null>;

export function useEndAll(ending: Ending, orders: ListedOrder[]) {
  const mode = useMode();
  const client = useQueryClient();
  const [results, setResults] = useState<Results>({});
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      for (const { order_id: id } of orders) {
        const result = await documented(ending, { method: "POST", mode, body: { order_id: id } }).then(
          () => null,
          (error: unknown) => {
            if (isApiError(error)) return error;
            throw error;
          },
        );
        setResults((others) => ({ ...others, [id]: result }));
      }
    },
    onSettled: () => {
      for (const key of ["order", "open-orders", "orders", "wallet", "pools"])
        void client.invalidateQueries({ queryKey: [key, mode] });
    },
  });
  return { results, isRunning: isPending, run: () => mutate() };
}
