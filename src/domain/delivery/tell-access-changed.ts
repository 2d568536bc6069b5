import type { Tx } from "../../kit/db.ts";
import { notify } from "../../kit/db/notify.ts";
import { channel } from "./event.ts";

/**
 * Wakes whoever waits for news of these wallets, on every process, once the transaction commits: keys of theirs were
 * revoked, or their account was suspended, and each looks whether they still may.
 */
export async function tellAccessChanged(tx: Tx, walletIds: number[]): Promise<void> {
  if (walletIds.length > 0) await notify(tx, channel, [walletIds.map((id) => `access:${id}`).join(" ")]);
}
