import type { Tx } from "../../kit/db.ts";
import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import type { AccountRole } from "../sessions/session.ts";
import { lastOwner, memberNotFound } from "./errors.ts";
import type { Member } from "./member.ts";
import { lockMembersOf, setRole } from "./sql.ts";

/** Gives a member of the team another role, from their next request on. */
export function changeRole(
  { db, clock }: Pick<Deps, "db" | "clock">,
  input: { accountId: number; memberId: number; role: AccountRole; actor: string },
): Promise<void> {
  const { accountId, memberId, role, actor } = input;
  return db.transaction(async (tx) => {
    const member = await requireTeammate(tx, accountId, memberId, role === "owner");
    await setRole(tx, memberId, role);
    const detail = { username: member.username, from: member.role, to: role };
    const subject = `member ${memberId}`;
    await recordAction(tx, { at: clock.now(), actor, action: "member.change-role", subject, detail });
  });
}

/** A member of the account, whose other members are locked; refuses to take the last owner's place away. */
export async function requireTeammate(
  tx: Tx,
  accountId: number,
  memberId: number,
  staysOwner: boolean,
): Promise<Member> {
  const team = await lockMembersOf(tx, accountId);
  const member = team.find(({ id }) => id === memberId);
  if (!member) throw memberNotFound();
  const others = team.some(({ id, role }) => role === "owner" && id !== memberId);
  if (member.role === "owner" && !staysOwner && !others) throw lastOwner();
  return member;
}
