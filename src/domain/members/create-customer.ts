import { randomBytes } from "node:crypto";
import { openAccount } from "../accounts/create-account.ts";
import { addMember, checkMember } from "./add-member.ts";
import { mayWrite } from "./limit-letters.ts";
import { replacePassword } from "./replace-password.ts";
import { sendConfirmation, type LinkDeps } from "./send-link.ts";

export interface CustomerInput {
  username: string;
  email: string;
  currency: string;
  lowBalanceMinor: number;
  actor: string;
}

export interface CreatedCustomer {
  accountId: number;
  username: string;
  /** Shown only once: only its hash is kept, and the owner must change it first. */
  password: string;
}

/**
 * Creates an account with its owner, whom the operator tells the password; the owner gets a link to confirm the
 * address. Refuses `invalid_request` and `username_taken`.
 */
export async function createCustomer(deps: LinkDeps, input: CustomerInput): Promise<CreatedCustomer> {
  const { actor, email, ...account } = input;
  const { username } = input;
  const at = deps.clock.now();
  const password = randomBytes(15).toString("base64url");
  const passwordHash = await checkMember({ username, email, password });
  return deps.db.transaction(async (tx) => {
    const opening = { ...account, balanceMinor: 0, termsVersion: null };
    const { accountId } = await openAccount(tx, opening, actor, at);
    const id = await addMember(tx, { accountId, username, email, role: "owner", passwordHash }, at);
    await replacePassword(tx, id, { passwordHash, mustChange: true });
    if (await mayWrite(tx, "unasked", email, at))
      await sendConfirmation(deps, tx, { id, username, email }, at);
    return { accountId, username, password };
  });
}
