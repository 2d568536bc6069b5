import { hash } from "@node-rs/argon2";
import { randomBytes } from "node:crypto";
import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { requireUsername } from "./add-member.ts";
import { memberNameTaken } from "./errors.ts";
import { insertOperator } from "./sql.ts";

/**
 * Adds an operator: some decisions need two. The password is shown only here, and has to be changed at the first
 * sign-in. Refuses `invalid_request` and `username_taken`.
 */
export async function addOperator(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { username, actor }: { username: string; actor: string },
): Promise<{ id: number; username: string; password: string }> {
  requireUsername(username);
  const password = randomBytes(16).toString("base64url");
  const passwordHash = await hash(password);
  const at = clock.now();
  return db.transaction(async (tx) => {
    const id = await insertOperator(tx, username, passwordHash, at);
    if (id === null) throw memberNameTaken(username);
    const subject = `member ${id}`;
    await recordAction(tx, { at, actor, action: "operator.add", subject, detail: { username } });
    return { id, username, password };
  });
}
