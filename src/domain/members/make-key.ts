import type { Tx } from "../../kit/db.ts";
import { createKey, type CreatedKey, type KeyInput } from "../accounts/create-key.ts";
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
 * Makes a key for a member's account; it is shown this once, and ends with what the member may. A live one needs a
 * proven address, and one that may do everything a proof of who makes it: a session left open, or stolen, makes none that
 * outlives it. Refuses `email_unconfirmed`, what a proof refuses, and `forbidden` where the role does not allow it.
 */
export async function makeKey(deps: ProveDeps, input: MakeKeyInput): Promise<CreatedKey> {
  const { proof, wallet, actor, ...key } = input;
  const { memberId } = proof;
  const { db, clock } = deps;
  const requireMaker = async (tx: Tx): Promise<void> => {
    const member = await shareMember(tx, memberId);
    if (!member || !mayHold(member.role, key.scopes)) throw roleMissing();
    if (wallet.mode === "live" && !member.emailConfirmedAt) throw emailUnconfirmed("make a live key");
  };
  if (wallet.mode === "live" && key.scopes.includes("admin")) {
    await db.transaction(requireMaker);
    await requireProof(deps, proof, "make a live key with the scope admin");
  }
  return db.transaction(async (tx) => {
    await requireMaker(tx);
    return createKey(tx, { ...wallet, createdBy: memberId }, key, actor, clock.now());
  });
}
