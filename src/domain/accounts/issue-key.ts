import type { Deps } from "../deps.ts";
import { findWallet } from "../wallet/queries.ts";
import type { Mode, Wallet } from "../wallet/wallet.ts";
import { createKey, type CreatedKey, type KeyInput } from "./create-key.ts";
import { requireAccount } from "./require-account.ts";

export interface IssueInput extends KeyInput {
  /** The account's id or name. */
  account: string;
  mode: Mode;
  actor: string;
}

/** Lets the operator create another key for an account; it is shown only once. */
export function issueKey({ db, clock }: Pick<Deps, "db" | "clock">, input: IssueInput): Promise<CreatedKey> {
  const { account, mode, ...key } = input;
  const at = clock.now();
  return db.transaction(async (tx) => {
    const { id } = await requireAccount(tx, account);
    return createKey(tx, (await findWallet(tx, id, mode)) as Wallet, key, at);
  });
}
