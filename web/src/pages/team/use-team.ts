import { useQuery, useQueryClient } from "@tanstack/react-query";
import { own } from "../../api/client.ts";
import type { Invitation, Role, TeamMember } from "../../api/types/session.ts";

export function useTeam() {
  return useQuery({
    queryKey: ["team"],
    queryFn: () => own<{ members: TeamMember[]; invitations: Invitation[] }>("team"),
  });
}

export function useTeamActions() {
  const client = useQueryClient();
  const after = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work;
    await client.invalidateQueries({ queryKey: ["team"] });
    return done;
  };
  return {
    invite: (body: { email: string; role: Role }) =>
      after(own<{ id: number; link: string; mail: string }>("team/invitations", { method: "POST", body })),
    takeBack: (id: number) => after(own(`team/invitations/${id}`, { method: "DELETE" })),
    setRole: (id: number, role: Role) => after(own(`team/${id}`, { method: "PATCH", body: { role } })),
    remove: (id: number) => after(own(`team/${id}`, { method: "DELETE" })),
  };
}
