import { useQuery } from "@tanstack/react-query";
import { own } from "../api/client.ts";
import type { Health } from "#answers/operator/system.ts";

export const useHealth = () =>
  useQuery({
    queryKey: ["operator", "health"],
    queryFn: () => own<Health>("operator/health"),
    refetchInterval: 5_000,
  });
