import { QueryClient } from "@tanstack/react-query";
import { isApiError } from "../api/error.ts";

/** Retries if the server may recover, not if it has refused. */
const isWorthRetry = (failures: number, error: Error): boolean =>
  failures < 2 && isApiError(error) && (error.status === 0 || error.status >= 500);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: isWorthRetry, staleTime: 5_000, networkMode: "always" },
    mutations: { networkMode: "always" },
  },
});
