import type { Tx } from "../../kit/db.ts";
import { lockWallets } from "./sql.ts";
import type { Wallet } from "./wallet.ts";

/**
 * Locks the given wallets, each once, until the transaction ends: whoever moves their money or writes their events
 * holds these locks. They come after the locks of numbers and orders.
 */
export const lockWalletsOf = (tx: Tx, entries: { walletId: number }[]): Promise<Wallet[]> =>
  lockWallets(tx, [...new Set(entries.map(({ walletId }) => walletId))]);
