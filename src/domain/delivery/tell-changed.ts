import type { Tx } from "../../kit/db.ts";
import { notify } from "../../kit/db/notify.ts";
import { changeEntries, payloadsOf, type Change } from "./change.ts";
import { channel } from "./event.ts";

/**
 * Has the open pages of these wallets read again what has changed, on every process, once the transaction commits.
 * Movements of money tell by themselves (wallet/post.ts), and so does lost access (tell-access-changed.ts).
 */
export async function tellChanged(tx: Tx, change: Change, walletIds: number[]): Promise<void> {
  if (walletIds.length > 0) await notify(tx, channel, payloadsOf(changeEntries(change, walletIds)));
}
