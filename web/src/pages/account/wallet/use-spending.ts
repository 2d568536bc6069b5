import { useQuery } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { Spending } from "#answers/wallet.ts";
import { useMode } from "../../../state/mode.ts";

export function useSpending() {
  const mode = useMode();
  return useQuery({
    queryKey: ["spending", mode],
    queryFn: () => own<Spending>("wallet/spending", { mode, query: { days: 30 } }),
  });
}
