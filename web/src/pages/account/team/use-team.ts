import { useQuery, useQueryClient } from "@tanstack/react-query";
import { own } from "../../../api/client.ts";
import type { Key } from "#answers/keys.ts";
import type { Role } from "#answers/member.ts";
import type { Invited, LostAccess, Team } from "#answers/team.ts";

export function useTeam() {
  return useQuery({
    queryKey: ["team"],
    queryFn: () => own<Team>("team"),
  });
}

/** The names of the working keys that a member created, in both modes. */
export function useKeysMadeBy(memberId: number) {
  return useQuery({
    queryKey: ["keys", "made by", memberId],
    queryFn: async () => {
      const both = await Promise.all((["live", "test"] as const).map((mode) => own<Key[]>("keys", { mode })));
      return both
        .flat()
        .filter((key) => key.created_by?.id === memberId && key.revoked_at === null)
        .map(({ name }) => name);
    },
  });
}

/** Whoever makes somebody an owner must prove who they are. */
interface PossibleProof {
  password?: string;
  code?: string;
}

export function useTeamActions() {
  const client = useQueryClient();
  const after = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work;
    await client.invalidateQueries({ queryKey: ["team"] });
    void client.invalidateQueries({ queryKey: ["keys"] });
    return done;
  };
  return {
    invite: (body: { email: string; role: Role } & PossibleProof) =>
      after(own<Invited>("team/invitations", { method: "POST", body })),
    takeBack: (id: number) => after(own(`team/invitations/${id}`, { method: "DELETE" })),
    setRole: (id: number, role: Role, keepKeys: boolean, proof: PossibleProof = {}) =>
      after(
        own<LostAccess>(`team/${id}`, { method: "PATCH", body: { role, keep_keys: keepKeys, ...proof } }),
      ),
    remove: (id: number, keepKeys: boolean) =>
      after(
        own<LostAccess>(`team/${id}`, {
          method: "DELETE",
          query: { keep_keys: keepKeys ? "true" : undefined },
        }),
      ),
  };
}
