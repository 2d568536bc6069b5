import { Refusal } from "../../kit/errors.ts";
import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { findMemberByName } from "../members/queries.ts";
import { endSessionsOf } from "../sessions/end-sessions.ts";
import { deletePasskeysOf } from "./sql.ts";

/**
 * Removes all passkeys of a member and ends their sessions, in case somebody else added one. For whoever has access
 * to the machine; refuses an unknown name. Returns the names of the passkeys.
 */
export function removeAllPasskeys(
  { db, clock }: Pick<Deps, "db" | "clock">,
  input: { name: string; actor: string },
): Promise<{ username: string; removed: string[] }> {
  const at = clock.now();
  return db.transaction(async (tx) => {
    const member = await findMemberByName(tx, input.name);
    if (!member) throw new Refusal("member_not_found", `There is no member called "${input.name}".`);
    const removed = await deletePasskeysOf(tx, member.id);
    await endSessionsOf(tx, member.id, null);
    for (const name of removed)
      await recordAction(tx, {
        at,
        actor: input.actor,
        action: "passkey.remove",
        subject: `member ${member.id}`,
        detail: { name },
      });
    return { username: member.username, removed };
  });
}
