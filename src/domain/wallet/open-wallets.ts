import type { Tx } from "../../kit/db.ts";
import { post } from "./post.ts";
import { insertWallets } from "./sql.ts";
import type { Mode, Wallet } from "./wallet.ts";

/** Play money of every sandbox wallet: 1,000,000.00. */
export const playMoneyMinor = 100_000_000;

export interface WalletsInput {
  accountId: number;
  currency: string;
  lowBalanceMinor: number;
  /** The initial balance of the live wallet. */
  balanceMinor: number;
}

/** Creates an account's two wallets: money in the live one as given, play money in the other. */
export async function openWallets(tx: Tx, input: WalletsInput, at: Date): Promise<(mode: Mode) => Wallet> {
  const { accountId, currency, lowBalanceMinor, balanceMinor } = input;
  const wallets = await insertWallets(tx, accountId, currency, lowBalanceMinor);
  const walletOf = (mode: Mode): Wallet => wallets.find((wallet) => wallet.mode === mode) as Wallet;
  const opening = { walletId: walletOf("live").id, amountMinor: balanceMinor, reason: "opening balance" };
  const play = { walletId: walletOf("test").id, amountMinor: playMoneyMinor, reason: "play money" };
  const credits = [...(balanceMinor > 0 ? [opening] : []), play];
  await post(
    tx,
    credits.map((entry) => ({ kind: "credit", ...entry })),
    at,
  );
  return walletOf;
}
