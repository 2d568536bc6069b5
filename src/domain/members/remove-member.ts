import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { requireTeammate } from "./change-role.ts";
import { deleteMembers } from "./sql.ts";

/** Takes a member out of the team; their sessions end with it. */
export function removeMember(
  { db, clock }: Pick<Deps, "db" | "clock">,
  input: { accountId: number; memberId: number; actor: string },
): Promise<void> {
  const { accountId, memberId, actor } = input;
  return db.transaction(async (tx) => {
    const { username, role } = await requireTeammate(tx, accountId, memberId, false);
    await deleteMembers(tx, [memberId]);
    const detail = { username, role };
    const subject = `member ${memberId}`;
    await recordAction(tx, { at: clock.now(), actor, action: "member.remove", subject, detail });
  });
}
