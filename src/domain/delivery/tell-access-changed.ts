import type { Tx } from "../../kit/db.ts";
import { notify } from "../../kit/db/notify.ts";
import { changeEntries } from "./change.ts";
import { channel } from "./event.ts";

/**
 * Wakes whoever waits for news of these wallets, on every process, once the transaction commits: their keys were
 * revoked, or their account was suspended, and each checks whether it still has access. Their open pages show it.
 */
export async function tellAccessChanged(tx: Tx, walletIds: number[]): Promise<void> {
  const entries = [...walletIds.map((id) => `access:${id}`), ...changeEntries("account", walletIds)];
  if (walletIds.length > 0) await notify(tx, channel, [entries.join(" ")]);
}
