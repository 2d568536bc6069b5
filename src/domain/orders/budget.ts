import type { Tx } from "../../kit/db.ts";
import type { Refusal } from "../../kit/errors.ts";
import { insufficientBalance } from "../wallet/errors.ts";
import type { Wallet } from "../wallet/wallet.ts";
import { dailyCapReached, tooManyOpenOrders } from "./errors.ts";
import type { OrderRules, RentRequest } from "./order.ts";
import { findSpending } from "./spending/queries.ts";
import { lockWalletsAndTries } from "./tries/sql.ts";
import { waitSeconds } from "./tries/tries.ts";

/**
 * What the wallets of a batch of rents can still pay for, while the batch is assembled. The wallets are locked, so
 * nobody else can spend at the same time.
 */
export interface Budget {
  wallet(id: number): Wallet;
  /** How long until the wallet may try the pool again after too many attempts without a code; 0: now. */
  waitSeconds(request: RentRequest, poolId: number): number;
  /** Why the order cannot be paid for; null if it can. */
  objection(request: RentRequest, priceMinor: number): Refusal | null;
  take(request: RentRequest, priceMinor: number): void;
  giveBack(request: RentRequest, priceMinor: number): void;
}

export async function openBudget(
  tx: Tx,
  requests: RentRequest[],
  { maxOpenOrders, triesPerPool }: OrderRules,
  at: Date,
): Promise<Budget> {
  const ids = [...new Set(requests.map((request) => request.walletId))];
  const locked = await lockWalletsAndTries(tx, ids);
  const wallets = new Map(locked.map(({ tries: _tries, ...wallet }) => [wallet.id, wallet]));
  const waits = new Map(
    triesPerPool > 0
      ? locked.flatMap(({ id, tries }) =>
          tries.map((one) => [`${id} ${one.poolId}`, waitSeconds(one, triesPerPool, at)]),
        )
      : [],
  );
  const spent = await findSpent(tx, requests, at);

  const wallet = (id: number): Wallet => {
    const found = wallets.get(id);
    if (!found) throw new Error(`no wallet ${id}`);
    return found;
  };
  const move = (request: RentRequest, priceMinor: number, sign: 1 | -1): void => {
    const budget = wallet(request.walletId);
    budget.spendableMinor -= sign * priceMinor;
    budget.openHolds += sign;
    spent.set(request.keyId, (spent.get(request.keyId) ?? 0) + sign * priceMinor);
  };
  return {
    wallet,
    waitSeconds: ({ walletId }, poolId) => waits.get(`${walletId} ${poolId}`) ?? 0,
    objection(request, priceMinor) {
      const { spendableMinor, openHolds, currency, ...own } = wallet(request.walletId);
      const most = own.maxOpenOrders ?? maxOpenOrders;
      if (openHolds >= most) return tooManyOpenOrders(most);
      if (spendableMinor < priceMinor) return insufficientBalance(priceMinor, spendableMinor, currency);
      const cap = request.dailyCapMinor;
      if (cap !== null && (spent.get(request.keyId) ?? 0) + priceMinor > cap) return dailyCapReached(cap);
      return null;
    },
    take: (request, priceMinor) => move(request, priceMinor, 1),
    giveBack: (request, priceMinor) => move(request, priceMinor, -1),
  };
}

async function findSpent(tx: Tx, requests: RentRequest[], at: Date): Promise<Map<number | null, number>> {
  const capped = [
    ...new Set(
      requests.flatMap(({ keyId, dailyCapMinor }) => (keyId && dailyCapMinor !== null ? [keyId] : [])),
    ),
  ];
  const rows = capped.length > 0 ? await findSpending(tx, capped, at) : [];
  return new Map(rows.map(({ keyId, spentMinor }) => [keyId, spentMinor]));
}
