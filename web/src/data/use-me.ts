import { queryOptions, useQuery } from "@tanstack/react-query";
import { own } from "../api/client.ts";
import type { Me } from "#answers/member.ts";

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: () => own<Me>("me"),
  staleTime: 60_000,
  retry: false,
});

/** The signed-in member; pages inside the shell are only rendered once this is known. */
export const useMe = (): Me | undefined => useQuery({ ...meQuery, enabled: false }).data;

export function useMay(...roles: string[]): boolean {
  const role = useMe()?.member.role;
  return role !== undefined && roles.includes(role);
}
