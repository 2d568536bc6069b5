import type { Tx } from "../../kit/db.ts";
import { Refusal } from "../../kit/errors.ts";
import { insufficientBalance } from "../wallet/errors.ts";
import type { Wallet } from "../wallet/wallet.ts";
import { tierOf, type Standing, type Tier } from "../accounts/standing/standing.ts";
import { dailyCapReached, spendCapReached } from "./errors.ts";
import {
  accountLimits,
  addressLimits,
  current,
  leastOf,
  refuseRent,
  rentsLeft,
  tierOpenOrders,
  type RentLimits,
  type Renting,
  type RentsLeft,
  type Whose,
} from "./limits/rent-limits.ts";
import { lockForRents } from "./limits/sql.ts";
import type { OrderRules, RentRequest } from "./order.ts";
import { permit } from "./permit.ts";
import type { Quote } from "./quote.ts";
import { findSpending } from "./spending/queries.ts";
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
  /** Why the account may not rent it at all; null if it may. */
  permit(request: RentRequest, quote: Pick<Quote, "policy" | "service">): Refusal | null;
  /** What is left of the limits on renting. */
  left(request: RentRequest): RentsLeft;
  /** The address group that the order counts for; null: none. */
  networkOf(request: RentRequest): string | null;
}

export async function openBudget(
  tx: Tx,
  requests: RentRequest[],
  quotes: (Quote | Refusal)[],
  rules: OrderRules,
  at: Date,
): Promise<Budget> {
  const { triesPerPool } = rules;
  const ids = [...new Set(requests.map((request) => request.walletId))];
  // The sandbox has limits of its own (http/rate-limit.ts).
  const networkOf = ({ mode, network }: RentRequest): string | null =>
    mode === "live" && rules.addressFactor > 0 ? network : null;
  const networksOf = (those: RentRequest[]): Set<string> =>
    new Set(those.map(networkOf).filter((network) => network !== null));
  const renting = networksOf(requests.filter((_, place) => !(quotes[place] instanceof Refusal)));
  const refused = networksOf(requests).difference(renting);
  const networks = { renting: [...renting], refused: [...refused] };
  const { wallets: locked, groups } = await lockForRents(tx, ids, networks, at);
  const wallets = new Map(
    locked.map(({ tries: _tries, ...wallet }) => [
      wallet.id,
      { ...wallet, ...current({ ...wallet, openOrders: 0 }, at) },
    ]),
  );
  const standings = new Map(locked.map((row) => [row.id, row.standing]));
  const today = at.toISOString().slice(0, 10);
  const spentToday = new Map(
    locked.map(({ id, spentDay, spentMinor }) => [id, spentDay === today ? spentMinor : 0]),
  );
  const tierOfWallet = (id: number): Tier => tierOf(standings.get(id) as Standing, rules.standing, at);
  const byNetwork = new Map(groups.map(({ network, ...group }) => [network, current(group, at)]));
  const waits = new Map(
    triesPerPool > 0
      ? locked.flatMap(({ id, tries }) =>
          tries.map((one) => [`${id} ${one.poolId}`, waitSeconds(one, triesPerPool, at)]),
        )
      : [],
  );
  const spent = await findSpent(tx, requests, at);

  const wallet = (id: number): Wallet & Omit<Renting, "openOrders"> => {
    const found = wallets.get(id);
    if (!found) throw new Error(`no wallet ${id}`);
    return found;
  };
  const move = (request: RentRequest, priceMinor: number, sign: 1 | -1): void => {
    const budget = wallet(request.walletId);
    budget.spendableMinor -= sign * priceMinor;
    budget.openHolds += sign;
    spentToday.set(request.walletId, (spentToday.get(request.walletId) ?? 0) + sign * priceMinor);
    budget.rents += sign;
    const group = byNetwork.get(networkOf(request) ?? "");
    if (group) Object.assign(group, { openOrders: group.openOrders + sign, rents: group.rents + sign });
    spent.set(request.keyId, (spent.get(request.keyId) ?? 0) + sign * priceMinor);
  };
  /** What the limits of the account, and of the address if there is one, are measured against. */
  const limitsOf = (request: RentRequest): [Renting, RentLimits, Whose][] => {
    const { openHolds, maxOpenOrders, mode, ...own } = wallet(request.walletId);
    const limits = accountLimits(
      rules,
      mode,
      maxOpenOrders ?? tierOpenOrders(rules, mode, tierOfWallet(request.walletId)),
    );
    const group = byNetwork.get(networkOf(request) ?? "");
    const account: [Renting, RentLimits, Whose] = [{ ...own, openOrders: openHolds }, limits, "account"];
    return group ? [account, [group, addressLimits(rules, limits), "address"]] : [account];
  };
  return {
    wallet,
    networkOf,
    permit: ({ walletId, mode }, quote) =>
      mode === "live" ? permit(standings.get(walletId) as Standing, rules.standing, quote, at) : null,
    left: (request) => leastOf(limitsOf(request).map(([renting, limits]) => rentsLeft(renting, limits, at))),
    waitSeconds: ({ walletId }, poolId) => waits.get(`${walletId} ${poolId}`) ?? 0,
    objection(request, priceMinor) {
      const { spendableMinor, currency } = wallet(request.walletId);
      for (const [renting, limits, whose] of limitsOf(request)) {
        const refused = refuseRent(renting, limits, whose, at);
        if (refused) return refused;
      }
      if (spendableMinor < priceMinor) return insufficientBalance(priceMinor, spendableMinor, currency);
      const tier = tierOfWallet(request.walletId);
      const most = request.mode === "live" ? rules.standing.tierSpendMinor[tier] : 0;
      if (most > 0 && (spentToday.get(request.walletId) ?? 0) + priceMinor > most)
        return spendCapReached(most, tier);
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
