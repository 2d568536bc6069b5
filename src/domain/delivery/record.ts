import type { Tx } from "../../kit/db.ts";
import { payloadsOf } from "./change.ts";
import { channel, type NewEvent } from "./event.ts";
import { insertEvents } from "./sql.ts";

/**
 * Writes events for accounts, in the transaction that caused them, and wakes whoever waits for them, on every
 * process, when it commits. The caller holds the wallets' locks.
 */
export async function record(tx: Tx, events: NewEvent[], at: Date): Promise<void> {
  if (events.length === 0) return;
  const payloads = payloadsOf(events.map(({ walletId, orderId }) => `${walletId}:${orderId ?? ""}`));
  await insertEvents(tx, events, { channel, payloads }, at);
}
