import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { sessionNotFound } from "./errors.ts";
import { deleteSession } from "./sql.ts";

/** Ends one of a member's own sessions, from its next request on. */
export function endSession(
  { db, clock }: Pick<Deps, "db" | "clock">,
  input: { memberId: number; sessionId: number; actor: string },
): Promise<void> {
  const { memberId, sessionId, actor } = input;
  return db.transaction(async (tx) => {
    if (!(await deleteSession(tx, memberId, sessionId))) throw sessionNotFound();
    const subject = `session ${sessionId}`;
    await recordAction(tx, { at: clock.now(), actor, action: "session.end", subject });
  });
}
