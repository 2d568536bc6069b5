import type { Tx } from "../../kit/db.ts";
import { invalid } from "../../kit/errors.ts";
import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { openWallets } from "../wallet/open-wallets.ts";
import type { Mode, Wallet } from "../wallet/wallet.ts";
import { createKey, usualKey } from "./create-key.ts";
import { usernameTaken } from "./errors.ts";
import { insertAccount } from "./sql.ts";
import type { Tier } from "./standing/standing.ts";
import { terms } from "./terms.ts";

export interface AccountInput {
  username: string;
  currency: string;
  lowBalanceMinor: number;
  /** The initial balance of the live wallet. */
  balanceMinor: number;
  /** The statement on lawful use that the operator answers for; default: the one without terms of their own. */
  termsVersion?: string;
  actor: string;
}

export interface CreatedAccount {
  accountId: number;
  liveKey: string;
  testKey: string;
}

/** Creates an account with its two wallets and a key for each; the keys are shown only once. */
export function createAccount(
  { db, clock }: Pick<Deps, "db" | "clock">,
  input: AccountInput,
): Promise<CreatedAccount> {
  const at = clock.now();
  return db.transaction(async (tx) => {
    const { actor, termsVersion = terms.version, ...account } = input;
    const opening = { ...account, termsVersion, tier: knownToOperator };
    const { accountId, walletOf } = await openAccount(tx, opening, actor, at);
    const live = await createKey(tx, walletOf("live"), { ...usualKey, actor }, at);
    const test = await createKey(tx, walletOf("test"), { ...usualKey, actor }, at);
    return { accountId, liveKey: live.key, testKey: test.key };
  });
}

/** Whoever gets an account from the operator is known to them, and has agreed with them on what it is for. */
export const knownToOperator: Tier = "verified";

export interface OpenedAccount {
  accountId: number;
  walletOf: (mode: Mode) => Wallet;
}

/** Creates an account with its two wallets (`openWallets`). */
export async function openAccount(
  tx: Tx,
  input: Omit<AccountInput, "actor" | "termsVersion"> & { termsVersion: string; tier: Tier | null },
  actor: string,
  at: Date,
): Promise<OpenedAccount> {
  const { username, currency, lowBalanceMinor, balanceMinor, termsVersion, tier } = input;
  if (!/^[\w.@+-]{1,64}$/.test(username)) {
    throw invalid("username", "A username must have 1 to 64 characters: letters, digits or . _ @ + -");
  }
  const accountId = await insertAccount(tx, { username, termsVersion, tier }, at);
  if (accountId === null) throw usernameTaken(username);
  const walletOf = await openWallets(tx, { accountId, currency, lowBalanceMinor, balanceMinor }, at);
  await recordAction(tx, {
    at,
    actor,
    action: "account.create",
    subject: `account ${accountId}`,
    detail: { username, balanceMinor },
  });
  return { accountId, walletOf };
}
