import { invalid } from "../../kit/errors.ts";
import { recordAction } from "../audit/record-action.ts";
import { tellChanged } from "../delivery/tell-changed.ts";
import type { Deps } from "../deps.ts";
import { noSuchWallet } from "./errors.ts";
import { findWallet } from "./queries.ts";
import { lockWallets, setMaxOpenOrders } from "./sql.ts";
import type { Mode } from "./wallet.ts";

export interface OrderLimit {
  accountId: number;
  mode: Mode;
  /** Null: the setting MAX_OPEN_ORDERS applies; 0 stops renting. */
  maxOpenOrders: number | null;
  reason: string;
  actor: string;
}

const most = 1_000_000;

/** Sets how many orders of a wallet may wait for a code at the same time. Open orders continue. */
export function setOrderLimit(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { accountId, mode, maxOpenOrders, reason, actor }: OrderLimit,
): Promise<void> {
  if (
    maxOpenOrders !== null &&
    (!Number.isSafeInteger(maxOpenOrders) || maxOpenOrders < 0 || maxOpenOrders > most)
  )
    throw invalid("max_open_orders", `max_open_orders is a whole number from 0 to ${most}, or null.`);
  return db.transaction(async (tx) => {
    const wallet = await findWallet(tx, accountId, mode);
    if (!wallet) throw noSuchWallet(accountId);
    await lockWallets(tx, [wallet.id]);
    await setMaxOpenOrders(tx, wallet.id, maxOpenOrders);
    await tellChanged(tx, "account", [wallet.id]);
    const detail = { mode, maxOpenOrders, reason };
    const subject = `account ${accountId}`;
    await recordAction(tx, { at: clock.now(), actor, action: "wallet.set-order-limit", subject, detail });
  });
}
