import type { Deps } from "../../deps.ts";
import { findStanding } from "../../accounts/standing/queries.ts";
import { tierOf, type Standing, type StandingRules, type Tier } from "../../accounts/standing/standing.ts";
import type { Mode } from "../../wallet/wallet.ts";
import { findGroupRenting, findWalletRenting } from "./queries.ts";
import {
  accountLimits,
  addressLimits,
  current,
  isSlowed,
  rentsLeft,
  tierOpenOrders,
  type LimitRules,
  type RentsLeft,
} from "./rent-limits.ts";

export interface LimitsNow extends RentsLeft {
  /** How well the account is known. */
  tier: Tier;
  /** What its live orders may cost in a day (0: no limit), and what those of today cost. */
  spendMinor: { most: number; spent: number };
  /** Whether so few of its orders of today got a code that it may rent once a minute. */
  isSlowed: boolean;
  /** Its orders of today that got a code. */
  codes: number;
  /** Those that ended without. */
  fruitless: number;
  /** Of the address group that was asked about; null in the sandbox, and where no limits by address apply. */
  address: (RentsLeft & { network: string; isSlowed: boolean }) | null;
}

interface Asked {
  accountId: number;
  walletId: number;
  mode: Mode;
  /** The address group that the question comes from; null: one that no limits apply to. */
  network: string | null;
}

const never = { openOrders: 0, rentsSince: null, rents: 0, outcomesDay: null, codes: 0, fruitless: 0 };

const unused = { ...never, maxOpenOrders: null, spentDay: null, spentMinor: 0 };

/** What a wallet may still rent, and what may still be rented from the address group that the question comes from. */
export async function readLimits(
  { db, clock }: Pick<Deps, "db" | "clock">,
  rules: LimitRules & { standing: StandingRules },
  { accountId, walletId, mode, network }: Asked,
): Promise<LimitsNow> {
  const at = clock.now();
  const found = await findWalletRenting(db, walletId);
  const { maxOpenOrders, spentDay, spentMinor, ...own } = found ?? unused;
  const renting = current(own, at);
  const standing = (await findStanding(db, accountId)) as Standing;
  const tier = tierOf(standing, rules.standing, at);
  const limits = accountLimits(rules, mode, maxOpenOrders ?? tierOpenOrders(rules, mode, tier));
  const group = mode === "live" && rules.addressFactor > 0 ? network : null;
  const ofGroup = group === null ? null : current((await findGroupRenting(db, group)) ?? never, at);
  const groupLimits = addressLimits(rules, limits);
  return {
    ...rentsLeft(renting, limits, at),
    tier,
    spendMinor: {
      most: mode === "live" ? rules.standing.tierSpendMinor[tier] : 0,
      spent: spentDay === at.toISOString().slice(0, 10) ? spentMinor : 0,
    },
    isSlowed: isSlowed(renting, limits),
    codes: renting.codes,
    fruitless: renting.fruitless,
    address:
      group !== null && ofGroup
        ? { network: group, ...rentsLeft(ofGroup, groupLimits, at), isSlowed: isSlowed(ofGroup, groupLimits) }
        : null,
  };
}
