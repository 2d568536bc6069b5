import { queryOptions, useQuery } from "@tanstack/react-query";
import { own } from "../api/client.ts";
import { ApiError } from "../api/error.ts";
import { t } from "../texts/t.ts";
import type { Me } from "#answers/member.ts";

/** The server answers null if nobody is signed in: a refusal would be an error in the browser's console. */
async function readMe(): Promise<Me> {
  const me = await own<Me | null>("session");
  if (me === null) throw new ApiError(401, { code: "unauthorized", message: t.shell.expired });
  return me;
}

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: readMe,
  staleTime: 60_000,
  retry: false,
});

/** The signed-in member; pages inside the shell are only rendered once this is known. */
export const useMe = (): Me | undefined => useQuery({ ...meQuery, enabled: false }).data;

export function useMay(...roles: string[]): boolean {
  const role = useMe()?.member.role;
  return role !== undefined && roles.includes(role);
}
