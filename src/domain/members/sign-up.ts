import { openAccount } from "../accounts/create-account.ts";
import { recordAction } from "../audit/record-action.ts";
import { countAttempt } from "../sessions/attempt.ts";
import { markOfNetwork } from "../sessions/mark.ts";
import type { Device } from "../sessions/session.ts";
import { addMember, checkMember } from "./add-member.ts";
import { enter, type Entry } from "./enter.ts";
import { termsNotAccepted } from "../accounts/errors.ts";
import { mayWrite } from "./limit-letters.ts";
import { sendConfirmation, type LinkDeps } from "./send-link.ts";

export interface SignUpInput {
  email: string;
  username: string;
  password: string;
  acceptedTerms: string;
  /** The statement on lawful use that applies. */
  termsVersion: string;
  currency: string;
  lowBalanceMinor: number;
  device: Device;
}

/** Accounts that one address may open. */
const perAddress = { most: 20, seconds: 3600 };

/**
 * Opens an account with its owner, who is thereby signed in and gets a link by mail. The address belongs to nobody
 * until the link is used; if it is another member's, only that member is notified.
 */
export async function signUp(deps: LinkDeps, input: SignUpInput): Promise<Entry> {
  const { email, username, device, acceptedTerms, termsVersion } = input;
  if (acceptedTerms !== termsVersion) throw termsNotAccepted(termsVersion);
  const at = deps.clock.now();
  const subject = `sign-up ${markOfNetwork(deps.sealer, device.ip)}`;
  await deps.db.transaction((tx) => countAttempt(tx, [{ subject, ...perAddress }], at));
  const passwordHash = await checkMember(input);
  const { currency, lowBalanceMinor } = input;
  return deps.db.transaction(async (tx) => {
    const account = { username, currency, lowBalanceMinor, balanceMinor: 0, termsVersion, tier: null };
    const { accountId } = await openAccount(tx, account, username, at);
    const member = { accountId, username, email, role: "owner", passwordHash } as const;
    const id = await addMember(tx, member, at);
    await recordAction(tx, {
      at,
      actor: username,
      action: "terms.accept",
      subject: `account ${accountId}`,
      detail: { version: termsVersion, ip: device.ip },
    });
    if (await mayWrite(tx, deps.sealer, { kind: "unasked", email }, at))
      await sendConfirmation(deps, tx, { id, username, email }, at);
    return enter({ tx, sealer: deps.sealer }, { id, passwordHash }, device, at);
  });
}
