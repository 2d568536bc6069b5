import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { Key } from "#answers/keys.ts";
import { serverNow } from "../../../state/server-clock.ts";
import { t } from "../../../texts/t.ts";
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

const dayMilliseconds = 86_400_000;

/** A key for trying things out, created with one click; it ends by itself, so that forgotten ones do not pile up. */
export function useMakeKey(mode: Mode, onKey: (key: string) => void) {
  const create = useCreateKey();
  const make = (): Promise<string> => {
    const expiresAt = new Date(serverNow() + dayMilliseconds).toISOString();
    return create({ name: t.api.consoleKey, expires_at: expiresAt }, mode);
  };
  return useMutation({ mutationFn: make, onSuccess: onKey });
}

export function useRevokeKey() {
  const client = useQueryClient();
  return async (id: number): Promise<void> => {
    await own(`keys/${id}`, { method: "DELETE" });
    await client.invalidateQueries({ queryKey: ["keys"] });
  };
}
