import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { amountTooLarge, noSuchWallet } from "./errors.ts";
import { post } from "./post.ts";
import { findWallet, lockWallets } from "./sql.ts";
import type { Mode, Wallet } from "./wallet.ts";

const mostMinor = 100_000_000_000_00;

export interface CreditInput {
  accountId: number;
  mode: Mode;
  /** Negative takes money out again (an adjustment). */
  amountMinor: number;
  reason: string;
  actor: string;
}

/** Puts money into a wallet, or takes it out, on the operator's word; answers the wallet as it is afterwards. */
export async function credit({ db, clock }: Pick<Deps, "db" | "clock">, input: CreditInput): Promise<Wallet> {
  const { accountId, mode, amountMinor, reason, actor } = input;
  const at = clock.now();
  return db.transaction(async (tx) => {
    const found = await findWallet(tx, accountId, mode);
    if (!found) throw noSuchWallet(accountId);
    await lockWallets(tx, [found.id]);
    if (Math.abs(amountMinor) > mostMinor) throw amountTooLarge();
    const kind = amountMinor > 0 ? "credit" : "adjustment";
    await post(tx, [{ walletId: found.id, kind, amountMinor: Math.abs(amountMinor), reason }], at);
    await recordAction(tx, {
      at,
      actor,
      action: `wallet.${kind}`,
      subject: `account ${accountId}`,
      detail: { mode, amountMinor, reason },
    });
    return (await findWallet(tx, accountId, mode)) as Wallet;
  });
}
