import { invalid } from "../../kit/errors.ts";
import { recordAction } from "../audit/record-action.ts";
import { tellChanged } from "../delivery/tell-changed.ts";
import type { Deps } from "../deps.ts";
import { findWalletById } from "./queries.ts";
import { lockWallets, setLowBalance as writeMark } from "./sql.ts";
import type { Wallet } from "./wallet.ts";

/** Sets the balance below which the account is notified that its wallet is low; returns the wallet. */
export function setLowBalance(
  { db, clock }: Pick<Deps, "db" | "clock">,
  input: { walletId: number; lowBalanceMinor: number; actor: string },
): Promise<Wallet> {
  const { walletId, lowBalanceMinor, actor } = input;
  if (lowBalanceMinor < 0) throw invalid("low_balance", "low_balance is 0 or more.");
  return db.transaction(async (tx) => {
    await lockWallets(tx, [walletId]);
    await writeMark(tx, walletId, lowBalanceMinor);
    await tellChanged(tx, "orders", [walletId]);
    const subject = `wallet ${walletId}`;
    const detail = { lowBalanceMinor };
    await recordAction(tx, { at: clock.now(), actor, action: "wallet.set-low-balance", subject, detail });
    return (await findWalletById(tx, walletId)) as Wallet;
  });
}
