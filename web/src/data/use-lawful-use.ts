import { useQuery } from "@tanstack/react-query";
import type { LawfulUse } from "#answers/standing.ts";
import { own } from "../api/client.ts";
import { useMe } from "./use-me.ts";

/** The statement on lawful use, and whether the account has to accept it; operators have no account. */
export function useLawfulUse() {
  const hasAccount = Boolean(useMe()?.account);
  return useQuery({
    queryKey: ["lawful-use"],
    queryFn: () => own<LawfulUse>("lawful-use"),
    enabled: hasAccount,
    staleTime: 600_000,
  });
}
