import { recordAction } from "../audit/record-action.ts";
import { requirePassword } from "../members/require-password.ts";
import type { LinkDeps } from "../members/send-link.ts";
import { tellMember } from "../members/tell-member.ts";
import { passkeyNotFound } from "./errors.ts";
import { deletePasskey } from "./sql.ts";

/** Takes a passkey away, for who has the password: it signs nobody in from now on. */
export async function removePasskey(
  deps: LinkDeps,
  input: { memberId: number; passkeyId: number; password: string; actor: string },
): Promise<void> {
  const { memberId, passkeyId, password, actor } = input;
  await requirePassword(deps, memberId, password, "password");
  const at = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    const name = await deletePasskey(tx, memberId, passkeyId);
    if (name === undefined) throw passkeyNotFound();
    const subject = `member ${memberId}`;
    await recordAction(tx, { at, actor, action: "passkey.remove", subject, detail: { name } });
    await tellMember(deps, tx, memberId, `the passkey “${name}” was removed`, at);
  });
}
