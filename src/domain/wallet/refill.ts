import type { Deps } from "../deps.ts";
import { post } from "./post.ts";
import { findWalletById } from "./queries.ts";
import { lockWallets } from "./sql.ts";
import { notPlayMoney } from "./errors.ts";
import { playMoneyMinor } from "./open-wallets.ts";
import type { Wallet } from "./wallet.ts";

/**
 * Fills a sandbox wallet with play money again, up to what a new one has; returns the wallet. Nothing happens to one
 * that has that much. Refuses `invalid_request` for live money.
 */
export function refill({ db, clock }: Pick<Deps, "db" | "clock">, walletId: number): Promise<Wallet> {
  return db.transaction(async (tx) => {
    const [wallet] = await lockWallets(tx, [walletId]);
    if (wallet?.mode !== "test") throw notPlayMoney();
    const amountMinor = playMoneyMinor - wallet.spendableMinor;
    if (amountMinor > 0)
      await post(tx, [{ walletId, kind: "credit", amountMinor, reason: "play money" }], clock.now());
    return (await findWalletById(tx, walletId)) as Wallet;
  });
}
