import { useQuery, useQueryClient } from "@tanstack/react-query";
import { own } from "../api/client.ts";
import type { NewSource, RenewedSource, Sources, TestReceipt } from "#answers/operator/sources.ts";

export function useSources() {
  return useQuery({
    queryKey: ["operator", "sources"],
    queryFn: () => own<Sources>("operator/sources"),
    refetchInterval: 10_000,
  });
}

export function useSourceActions() {
  const client = useQueryClient();
  const post = async <T>(path: string, body: unknown): Promise<T> => {
    const answer = await own<T>(`operator/sources${path}`, { method: "POST", body });
    await client.invalidateQueries({ queryKey: ["operator"] });
    return answer;
  };
  return {
    create: (body: { kind: string; name: string; settings?: unknown }) => post<NewSource>("", body),
    rotate: (id: number) => post<RenewedSource>(`/${id}/rotate`, {}),
    retire: (id: number) => post(`/${id}/retire`, {}),
    test: (id: number, body: { to: string; text: string; from?: string }) =>
      post<TestReceipt>(`/${id}/test`, body),
  };
}
