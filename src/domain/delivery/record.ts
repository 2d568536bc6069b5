import type { Tx } from "../../kit/db.ts";
import { channel, type NewEvent } from "./event.ts";
import { insertEvents } from "./sql.ts";

/** PostgreSQL takes payloads below 8,000 bytes; an entry is at most 30. */
const entriesPerPayload = 250;

/**
 * Writes events for accounts, in the transaction that caused them, and wakes whoever waits for them, on every
 * process, when it commits. The caller holds the wallets' locks.
 */
export async function record(tx: Tx, events: NewEvent[], at: Date): Promise<void> {
  if (events.length === 0) return;
  const entries = [...new Set(events.map(({ walletId, orderId }) => `${walletId}:${orderId ?? ""}`))];
  const payloads: string[] = [];
  while (entries.length > 0) payloads.push(entries.splice(0, entriesPerPayload).join(" "));
  await insertEvents(tx, events, { channel, payloads }, at);
}
