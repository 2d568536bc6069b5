import { useQuery } from "@tanstack/react-query";
import { own } from "../api/client.ts";
import type { Wallet } from "#answers/wallet.ts";
import { useMode } from "../state/mode.ts";

export function useWallet(enabled = true) {
  const mode = useMode();
  return useQuery({ queryKey: ["wallet", mode], queryFn: () => own<Wallet>("wallet", { mode }), enabled });
}
