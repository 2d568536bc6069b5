import { randomBytes } from "node:crypto";
import { Refusal } from "../../kit/errors.ts";
import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { endSessionsOf } from "../sessions/end-sessions.ts";
import { hashPassword } from "./password.ts";
import { findMemberByName } from "./queries.ts";
import { dropSecondFactor } from "./second-factor/drop.ts";
import { replacePassword } from "./replace-password.ts";

export interface Reissued {
  username: string;
  /** Shown only once: only its hash is kept. */
  password: string;
}

/**
 * Gives a member who can no longer sign in a new password, and turns the second factor off if that is lost as well.
 * Every session and link of the member ends, and they must change the password when they sign in. For whoever
 * controls the machine; refuses an unknown name.
 */
export async function reissuePassword(
  { db, clock }: Pick<Deps, "db" | "clock">,
  input: { name: string; disableTotp: boolean; actor: string },
): Promise<Reissued> {
  const at = clock.now();
  const password = randomBytes(15).toString("base64url");
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const member = await findMemberByName(tx, input.name);
    if (!member) throw new Refusal("member_not_found", `There is no member called "${input.name}".`);
    await replacePassword(tx, member.id, { passwordHash, mustChange: true });
    if (input.disableTotp) {
      await dropSecondFactor(tx, member.id);
    }
    await endSessionsOf(tx, member.id, null);
    const detail = { totpDisabled: input.disableTotp };
    const subject = `member ${member.id}`;
    await recordAction(tx, { at, actor: input.actor, action: "password.reissue", subject, detail });
    return { username: member.username, password };
  });
}
