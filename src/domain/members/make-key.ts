import { createKey, type CreatedKey, type KeyInput } from "../accounts/create-key.ts";
import type { Deps } from "../deps.ts";
import { roleMissing } from "../sessions/errors.ts";
import type { Mode } from "../wallet/wallet.ts";
import { emailUnconfirmed } from "./errors.ts";
import { mayHold } from "./member.ts";
import { shareMember } from "./sql.ts";

export interface MakeKeyInput extends KeyInput {
  memberId: number;
  wallet: { id: number; mode: Mode };
  actor: string;
}

/**
 * Makes a key for a member's account; it is shown this once, and ends with what the member may. A live one needs a
 * proven address: refuses `email_unconfirmed`, and `forbidden` where the role does not allow it.
 */
export function makeKey({ db, clock }: Pick<Deps, "db" | "clock">, input: MakeKeyInput): Promise<CreatedKey> {
  const { memberId, wallet, actor, ...key } = input;
  return db.transaction(async (tx) => {
    const member = await shareMember(tx, memberId);
    if (!member || !mayHold(member.role, key.scopes)) throw roleMissing();
    if (wallet.mode === "live" && !member.emailConfirmedAt) throw emailUnconfirmed("make a live key");
    return createKey(tx, { ...wallet, createdBy: memberId }, key, actor, clock.now());
  });
}
