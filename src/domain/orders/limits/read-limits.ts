import type { Deps } from "../../deps.ts";
import type { Mode } from "../../wallet/wallet.ts";
import { findGroupRenting, findWalletRenting } from "./queries.ts";
import {
  accountLimits,
  addressLimits,
  current,
  isSlowed,
  rentsLeft,
  type LimitRules,
  type RentsLeft,
} from "./rent-limits.ts";

export interface LimitsNow extends RentsLeft {
  /** Whether nearly nothing that the account rented today got a code, so that it may rent once a minute. */
  isSlowed: boolean;
  codes: number;
  fruitless: number;
  /** Of the address group that was asked about; null in the sandbox, and where no limits by address apply. */
  address: (RentsLeft & { network: string; isSlowed: boolean }) | null;
}

const never = { openOrders: 0, rentsSince: null, rents: 0, outcomesDay: null, codes: 0, fruitless: 0 };

/** What is left of the limits on renting for a wallet, and for the address group that the question comes from. */
export async function readLimits(
  { db, clock }: Pick<Deps, "db" | "clock">,
  rules: LimitRules,
  { walletId, mode, network }: { walletId: number; mode: Mode; network: string | null },
): Promise<LimitsNow> {
  const at = clock.now();
  const { maxOpenOrders, ...own } = (await findWalletRenting(db, walletId)) ?? {
    ...never,
    maxOpenOrders: null,
  };
  const renting = current(own, at);
  const limits = accountLimits(rules, mode, maxOpenOrders);
  const group = mode === "live" && rules.addressFactor > 0 ? network : null;
  const ofGroup = group === null ? null : current((await findGroupRenting(db, group)) ?? never, at);
  const groupLimits = addressLimits(rules, limits);
  return {
    ...rentsLeft(renting, limits, at),
    isSlowed: isSlowed(renting, limits),
    codes: renting.codes,
    fruitless: renting.fruitless,
    address:
      group !== null && ofGroup
        ? { network: group, ...rentsLeft(ofGroup, groupLimits, at), isSlowed: isSlowed(ofGroup, groupLimits) }
        : null,
  };
}
