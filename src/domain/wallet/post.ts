import type { Tx } from "../../kit/db.ts";
import { changeEntries, payloadsOf } from "../delivery/change.ts";
import { channel } from "../delivery/event.ts";
import { insertPostings } from "./sql.ts";
import type { Movement } from "./wallet.ts";

/**
 * Moves money: one immutable posting per movement, and the balances in the same transaction. Open pages are told. The caller has locked
 * the wallets (`lockWalletsOf`) and checked that the money to spend is there.
 */
export async function post(tx: Tx, entries: Movement[], at: Date): Promise<void> {
  for (const { amountMinor } of entries) {
    if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0)
      throw new RangeError(`not an amount: ${amountMinor}`);
  }
  if (entries.length === 0) return;
  const payloads = payloadsOf(
    changeEntries(
      "orders",
      entries.map(({ walletId }) => walletId),
    ),
  );
  await insertPostings(tx, entries, { channel, payloads }, at);
}
