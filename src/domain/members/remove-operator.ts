import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { lastOperator, noSuchOperator } from "./errors.ts";
import { deleteMembers, lockOperators } from "./sql.ts";

/** Removes an operator; their sessions end at once. Refuses `operator_not_found` and `last_operator`. */
export function removeOperator(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { username, actor }: { username: string; actor: string },
): Promise<{ id: number; username: string }> {
  const at = clock.now();
  return db.transaction(async (tx) => {
    const operators = await lockOperators(tx);
    const operator = operators.find((one) => one.username.toLowerCase() === username.toLowerCase());
    if (!operator) throw noSuchOperator(username);
    if (operators.length === 1) throw lastOperator();
    await deleteMembers(tx, [operator.id]);
    const detail = { username: operator.username };
    const subject = `member ${operator.id}`;
    await recordAction(tx, { at, actor, action: "operator.remove", subject, detail });
    return { id: operator.id, username: operator.username };
  });
}
