import { sha256 } from "../../kit/secrets.ts";
import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { emailTaken, linkInvalid } from "./errors.ts";
import { confirmEmail as setConfirmed, lockMember, takeToken } from "./sql.ts";
import { tellChange } from "./tell-change.ts";

/** Takes an address as proven, by the link that was sent to it; from now on it is the member's. */
export function confirmEmail(
  { db, clock, sealer }: Pick<Deps, "db" | "clock" | "sealer">,
  token: string,
): Promise<{ email: string }> {
  const at = clock.now();
  return db.transaction(async (tx) => {
    const taken = await takeToken(tx, sha256(token), "confirm", at);
    const member = taken && (await lockMember(tx, taken.memberId));
    if (!member) throw linkInvalid();
    if (!(await setConfirmed(tx, member.id, taken.email, at))) throw emailTaken();
    if (member.email?.toLowerCase() !== taken.email.toLowerCase())
      await tellChange({ sealer }, tx, member, "email", at);
    const subject = `member ${member.id}`;
    await recordAction(tx, { at, actor: member.username, action: "email.confirm", subject });
    return { email: taken.email };
  });
}
