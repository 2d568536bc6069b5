import { randomBytes } from "node:crypto";
import { knownToOperator, openAccount } from "../accounts/create-account.ts";
import { addMember, checkMember } from "./add-member.ts";
import { replacePassword } from "./replace-password.ts";
import type { Deps } from "../deps.ts";

export interface CustomerInput {
  username: string;
  email: string;
  currency: string;
  lowBalanceMinor: number;
  /** The statement on lawful use that the operator answers for. */
  termsVersion: string;
  actor: string;
}

export interface CreatedCustomer {
  accountId: number;
  username: string;
  /** Shown only once: only its hash is kept, and the owner must change it first. */
  password: string;
}

/**
 * Creates an account with its owner, whom the operator tells the password. No letter is sent yet: a link would end
 * with the first password; the owner asks for one afterwards. Refuses `invalid_request` and `username_taken`.
 */
export async function createCustomer(
  { db, clock }: Pick<Deps, "db" | "clock">,
  input: CustomerInput,
): Promise<CreatedCustomer> {
  const { actor, email, ...account } = input;
  const { username } = input;
  const at = clock.now();
  const password = randomBytes(15).toString("base64url");
  const passwordHash = await checkMember({ username, email, password });
  return db.transaction(async (tx) => {
    const opening = { ...account, balanceMinor: 0, tier: knownToOperator };
    const { accountId } = await openAccount(tx, opening, actor, at);
    const id = await addMember(tx, { accountId, username, email, role: "owner", passwordHash }, at);
    await replacePassword(tx, id, { passwordHash, mustChange: true });
    return { accountId, username, password };
  });
}
