import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { Key } from "#answers/keys.ts";
import { useMode, type Mode } from "../../../state/mode.ts";
import type { NewKey as CreatedKey } from "#answers/keys.ts";

export function useKeys() {
  const mode = useMode();
  return useQuery({ queryKey: ["keys", mode], queryFn: () => own<Key[]>("keys", { mode }) });
}

export interface NewKey {
  name: string;
  scopes?: string[];
  allowed_ips?: string[];
  daily_cap?: number;
  expires_at?: string;
  /** Needed for a live key with the scope admin. */
  password?: string;
  code?: string;
}

export function useCreateKey() {
  const mode = useMode();
  const client = useQueryClient();
  return async (body: NewKey, of: Mode = mode): Promise<string> => {
    const { key } = await own<CreatedKey>("keys", { method: "POST", mode: of, body });
    void client.invalidateQueries({ queryKey: ["keys"] });
    return key;
  };
}

/** A key for trying things out, created with one click. */
export function useMakeKey(mode: Mode, onKey: (key: string) => void) {
  const create = useCreateKey();
  return useMutation({ mutationFn: () => create({ name: "Console" }, mode), onSuccess: onKey });
}

export function useRevokeKey() {
  const client = useQueryClient();
  return async (id: number): Promise<void> => {
    await own(`keys/${id}`, { method: "DELETE" });
    await client.invalidateQueries({ queryKey: ["keys"] });
  };
}
