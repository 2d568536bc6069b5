import type { Tx } from "../../kit/db.ts";
import { checkKey, createKey, type CreatedKey, type KeyInput } from "../accounts/create-key.ts";
import { roleMissing } from "../sessions/errors.ts";
import type { Mode } from "../wallet/wallet.ts";
import { emailUnconfirmed } from "./errors.ts";
import { mayHold } from "./member.ts";
import { requireProof, type PossibleProof, type ProveDeps } from "./prove-self.ts";
import { shareMember } from "./sql.ts";

export interface MakeKeyInput extends KeyInput {
  proof: PossibleProof;
  wallet: { id: number; mode: Mode };
  actor: string;
}

/**
 * Creates a key for a member's account; it is only shown now, and ends with the member's rights. A live one requires
 * a confirmed address and a proof of identity: it spends money and reads codes, and a stolen session must not be able
 * to create one that outlives it. The proof is checked last, so that a code is not used up by a request that is
 * refused anyway. Refuses `email_unconfirmed`, what a proof and `checkKey` refuse, and `forbidden` if the role does
 * not allow it.
 */
export async function makeKey(deps: ProveDeps, input: MakeKeyInput): Promise<CreatedKey> {
  const { proof, wallet, ...key } = input;
  const { memberId } = proof;
  const { db, clock } = deps;
  const checkMember = async (tx: Tx): Promise<void> => {
    const member = await shareMember(tx, memberId);
    if (!member || !mayHold(member.role, key.scopes)) throw roleMissing();
    if (wallet.mode === "live" && !member.emailConfirmedAt) throw emailUnconfirmed("make a live key");
  };
  if (wallet.mode === "live") {
    await db.transaction(async (tx) => {
      await checkMember(tx);
      await checkKey(tx, wallet, key, clock.now());
    });
    await requireProof(deps, proof, "make a live key");
  }
  return db.transaction(async (tx) => {
    await checkMember(tx);
    return createKey(tx, { ...wallet, createdBy: memberId }, key, clock.now());
  });
}
