import { Refusal } from "../../kit/errors.ts";
import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { dismiss } from "./sql.ts";

/** Takes a letter off the list of those that wait to be passed on, and erases its text. Refuses `letter_not_found`. */
export function dismissLetter(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { id, actor }: { id: number; actor: string },
): Promise<void> {
  const at = clock.now();
  return db.transaction(async (tx) => {
    if (!(await dismiss(tx, id, at)))
      throw new Refusal("letter_not_found", "This e-mail does not wait any more: it was sent or dismissed.");
    await recordAction(tx, { at, actor, action: "outbox.dismiss", subject: `letter ${id}` });
  });
}
