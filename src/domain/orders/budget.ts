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
import { lockForRents, type RentingWallet } from "./limits/sql.ts";
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

/** A wallet of the batch and what limits its rents; both change with each order that is taken. */
interface Renter {
  wallet: Wallet;
  standing: Standing;
  tier: Tier;
  limits: RentLimits;
  renting: Renting;
  spentTodayMinor: number;
  /** How long until it may try each pool again, as far as that is limited. */
  waits: Map<number, number>;
}

/** Locks the wallets, and the address groups of the requests that `quotes` does not refuse. */
export async function openBudget(
  tx: Tx,
  requests: RentRequest[],
  quotes: (Quote | Refusal)[],
  rules: OrderRules,
  at: Date,
): Promise<Budget> {
  // The sandbox has limits of its own (http/rate-limit.ts).
  const networkOf = ({ mode, network }: RentRequest): string | null =>
    mode === "live" && rules.addressFactor > 0 ? network : null;
  const networksOf = (those: RentRequest[]): Set<string> =>
    new Set(those.map(networkOf).filter((network) => network !== null));
  const renting = networksOf(requests.filter((_, place) => !(quotes[place] instanceof Refusal)));
  const refused = networksOf(requests).difference(renting);
  const walletIds = [...new Set(requests.map((request) => request.walletId))];
  const networks = { renting: [...renting], refused: [...refused] };
  const { wallets, groups } = await lockForRents(tx, walletIds, networks, at);
  const spent = await findSpent(tx, requests, at);

  const renters = new Map(wallets.map((row) => [row.id, renterOf(row, rules, at)]));
  const renterFor = ({ walletId }: Pick<RentRequest, "walletId">): Renter => {
    const found = renters.get(walletId);
    if (!found) throw new Error(`no wallet ${walletId}`);
    return found;
  };
  const byNetwork = new Map(groups.map(({ network, ...group }) => [network, current(group, at)]));
  const groupOf = (request: RentRequest): Renting | undefined => byNetwork.get(networkOf(request) ?? "");
  /** What the limits of the account, and of the address if there is one, are measured against. */
  const limitsOf = (request: RentRequest): [Renting, RentLimits, Whose][] => {
    const { renting: own, limits } = renterFor(request);
    const group = groupOf(request);
    const account: [Renting, RentLimits, Whose] = [own, limits, "account"];
    return group ? [account, [group, addressLimits(rules, limits), "address"]] : [account];
  };
  const move = (request: RentRequest, priceMinor: number, sign: 1 | -1): void => {
    const renter = renterFor(request);
    renter.wallet.spendableMinor -= sign * priceMinor;
    renter.spentTodayMinor += sign * priceMinor;
    for (const counts of [renter.renting, groupOf(request)])
      if (counts) Object.assign(counts, { openOrders: counts.openOrders + sign, rents: counts.rents + sign });
    spent.set(request.keyId, (spent.get(request.keyId) ?? 0) + sign * priceMinor);
  };
  return {
    wallet: (walletId) => renterFor({ walletId }).wallet,
    networkOf,
    permit(request, quote) {
      if (request.mode === "test") return null;
      return permit(renterFor(request).standing, rules.standing, quote, at);
    },
    left: (request) => leastOf(limitsOf(request).map(([counts, limits]) => rentsLeft(counts, limits, at))),
    waitSeconds: (request, poolId) => renterFor(request).waits.get(poolId) ?? 0,
    objection(request, priceMinor) {
      for (const [counts, limits, whose] of limitsOf(request)) {
        const refusal = refuseRent(counts, limits, whose, at);
        if (refusal) return refusal;
      }
      const { wallet, tier, spentTodayMinor } = renterFor(request);
      const { spendableMinor, currency } = wallet;
      if (spendableMinor < priceMinor) return insufficientBalance(priceMinor, spendableMinor, currency);
      const most = request.mode === "live" ? rules.standing.tierSpendMinor[tier] : 0;
      if (most > 0 && spentTodayMinor + priceMinor > most) return spendCapReached(most, tier);
      const cap = request.dailyCapMinor;
      if (cap !== null && (spent.get(request.keyId) ?? 0) + priceMinor > cap) return dailyCapReached(cap);
      return null;
    },
    take: (request, priceMinor) => move(request, priceMinor, 1),
    giveBack: (request, priceMinor) => move(request, priceMinor, -1),
  };
}

function renterOf(row: RentingWallet, rules: OrderRules, at: Date): Renter {
  const {
    standing,
    tries,
    spentDay,
    spentMinor,
    rentsSince,
    rents,
    outcomesDay,
    codes,
    fruitless,
    ...wallet
  } = row;
  const counts = { openOrders: wallet.openHolds, rentsSince, rents, outcomesDay, codes, fruitless };
  const tier = tierOf(standing, rules.standing, at);
  const { mode, maxOpenOrders } = wallet;
  const limited = rules.triesPerPool > 0 ? tries : [];
  return {
    wallet,
    standing,
    tier,
    limits: accountLimits(rules, mode, maxOpenOrders ?? tierOpenOrders(rules, mode, tier)),
    renting: current(counts, at),
    spentTodayMinor: spentDay === at.toISOString().slice(0, 10) ? spentMinor : 0,
    waits: new Map(limited.map((one) => [one.poolId, waitSeconds(one, rules.triesPerPool, at)])),
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
