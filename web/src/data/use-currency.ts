import { useQuery } from "@tanstack/react-query";
import { own } from "../api/client.ts";
import type { Overview } from "#answers/operator/overview.ts";

/** The currency of this server's wallets. */
export function useCurrency(): string {
  const { data } = useQuery({
    queryKey: ["operator", "overview"],
    queryFn: () => own<Overview>("operator/overview"),
    staleTime: Infinity,
  });
  return data?.currency ?? "NGN";
}
