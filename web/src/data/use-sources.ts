import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { own } from "../api/client.ts";
import type { Guide, NewSource, RenewedSource, Sources, TestReceipt } from "#answers/operator/sources.ts";

export function useSources() {
  return useQuery({
    queryKey: ["operator", "sources"],
    queryFn: () => own<Sources>("operator/sources"),
    refetchInterval: 10_000,
  });
}

export function useGuide(id: number) {
  return useQuery({
    queryKey: ["operator", "sources", id, "guide"],
    queryFn: () => own<Guide>(`operator/sources/${id}/guide`),
  });
}

/** Whether a source has received a message since the first query; polls every two seconds until it has. */
export function useFirstMessage(id: number): boolean {
  const client = useQueryClient();
  const lastOf = (answer: Sources | undefined): string | null =>
    answer?.sources.find((source) => source.id === id)?.last_message_at ?? null;
  const [before] = useState(() => lastOf(client.getQueryData(["operator", "sources"])));
  const isHeard = (answer: Sources | undefined): boolean => (lastOf(answer) ?? before) !== before;
  const { data } = useQuery({
    queryKey: ["operator", "sources"],
    queryFn: () => own<Sources>("operator/sources"),
    refetchInterval: ({ state }) => (isHeard(state.data) ? false : 2000),
  });
  return isHeard(data);
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
