import { recordAction } from "../audit/record-action.ts";
import { proveSelf, type Proof } from "../members/prove-self.ts";
import type { LinkDeps } from "../members/send-link.ts";
import { tellMember } from "../members/tell-member.ts";
import { passkeyNotFound } from "./errors.ts";
import { deletePasskey } from "./sql.ts";

/** Removes a passkey, for a member who proved all factors: from then on it cannot be used to sign in. */
export async function removePasskey(
  deps: LinkDeps,
  input: { proof: Proof; passkeyId: number; actor: string },
): Promise<void> {
  const { proof, passkeyId, actor } = input;
  const { memberId } = proof;
  await proveSelf(deps, proof, "password");
  const at = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    const name = await deletePasskey(tx, memberId, passkeyId);
    if (name === undefined) throw passkeyNotFound();
    const subject = `member ${memberId}`;
    await recordAction(tx, { at, actor, action: "passkey.remove", subject, detail: { name } });
    await tellMember(deps, tx, { memberId, what: `the passkey “${name}” was removed` }, at);
  });
}
