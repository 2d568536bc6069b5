import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Line } from "#answers/operator/lines.ts";
import { own } from "../api/client.ts";

export function useLines() {
  return useQuery({
    queryKey: ["operator", "lines"],
    queryFn: () => own<Line[]>("operator/lines"),
    refetchInterval: 10_000,
  });
}

/** Takes a line down, or brings it up again. */
export function useLineChange() {
  const client = useQueryClient();
  return async ({ id, state }: Line, reason: string): Promise<void> => {
    const path = `operator/lines/${id}/${state === "down" ? "up" : "down"}`;
    await own(path, { method: "POST", body: { reason } });
    await client.invalidateQueries({ queryKey: ["operator"] });
  };
}
