import type { Refusal } from "../../../kit/errors.ts";
import type { Left } from "../../limits/limit.ts";
import type { StandingRules, Tier } from "../../accounts/standing/standing.ts";
import type { Mode } from "../../wallet/wallet.ts";
import { tooFewCodes, tooManyOpenOrders, tooManyRents } from "../errors.ts";

/** What an account's wallet, or an address group, has rented, and how its orders of the day ended. */
export interface Renting {
  openOrders: number;
  /** When its current minute began; null: it never rented. */
  rentsSince: Date | null;
  /** Since then. */
  rents: number;
  /** The day of the next two, in UTC: `2026-11-27`. */
  outcomesDay: string | null;
  /** Orders that got one. */
  codes: number;
  /** Orders that ended without. */
  fruitless: number;
}

/** Whose limits they are: three keys of one account are one account. */
export type Whose = "account" | "address";

export interface RentLimits {
  openOrders: number;
  /** 0: no limit. */
  rentsPerMinute: number;
  /** Whoever has had so many orders without a code in a day is looked at; 0: nobody is. */
  fruitless: number;
  /** And is slowed if fewer of the day's orders got a code: */
  leastCodesPercent: number;
  /** to so many rents a minute. */
  slowedRents: number;
}

const minuteMilliseconds = 60_000;
/** Rents a minute of an account that cancels nearly everything. */
const slowedRents = 1;

/** Forgets a minute and a day that are over. */
export function current(renting: Renting, at: Date): Renting {
  const { rentsSince, outcomesDay } = renting;
  const isSameMinute = rentsSince !== null && rentsSince.getTime() > at.getTime() - minuteMilliseconds;
  const isToday = outcomesDay === at.toISOString().slice(0, 10);
  return {
    ...renting,
    ...(isSameMinute ? {} : { rentsSince: at, rents: 0 }),
    ...(isToday ? {} : { codes: 0, fruitless: 0 }),
  };
}

/** Whether nearly nothing of what was rented today got a code. */
export const isSlowed = (
  { codes, fruitless }: Pick<Renting, "codes" | "fruitless">,
  limits: Pick<RentLimits, "fruitless" | "leastCodesPercent">,
): boolean =>
  limits.fruitless > 0 &&
  fruitless >= limits.fruitless &&
  codes * 100 < limits.leastCodesPercent * (codes + fruitless);

/** Why another order is refused; null if it is not. `renting` is as `current` returns it. */
export function refuseRent(renting: Renting, limits: RentLimits, whose: Whose, at: Date): Refusal | null {
  if (renting.openOrders >= limits.openOrders) return tooManyOpenOrders(limits.openOrders, whose);
  const retryAfter = resetSeconds(renting, at);
  if (isSlowed(renting, limits) && renting.rents >= limits.slowedRents)
    return tooFewCodes({ ...limits, ...renting }, whose, retryAfter);
  if (limits.rentsPerMinute > 0 && renting.rents >= limits.rentsPerMinute)
    return tooManyRents(limits.rentsPerMinute, whose, retryAfter);
  return null;
}

/** What the headers and the dashboard show. */
export interface RentsLeft {
  openOrders: Pick<Left, "most" | "left">;
  /** Null: no limit. */
  rents: Pick<Left, "most" | "left" | "resetSeconds"> | null;
}

export function rentsLeft(renting: Renting, limits: RentLimits, at: Date): RentsLeft {
  const most = isSlowed(renting, limits) ? limits.slowedRents : limits.rentsPerMinute;
  return {
    openOrders: leftOf(limits.openOrders, renting.openOrders),
    rents: most === 0 ? null : { ...leftOf(most, renting.rents), resetSeconds: resetSeconds(renting, at) },
  };
}

/** Of several limits that hold at once, what each leaves at least. */
export function leastOf([first, ...others]: RentsLeft[]): RentsLeft {
  return others.reduce(
    (least, one) => ({
      openOrders: one.openOrders.left < least.openOrders.left ? one.openOrders : least.openOrders,
      rents: one.rents && (!least.rents || one.rents.left < least.rents.left) ? one.rents : least.rents,
    }),
    first as RentsLeft,
  );
}

const leftOf = (most: number, used: number): Pick<Left, "most" | "left"> => ({
  most,
  left: Math.max(0, most - used),
});

const resetSeconds = ({ rentsSince }: Renting, at: Date): number =>
  Math.max(1, Math.ceil(((rentsSince ?? at).getTime() + minuteMilliseconds - at.getTime()) / 1000));

/** The settings that the limits result from. */
export interface LimitRules {
  /** Orders of one wallet that may wait for a code at the same time. */
  maxOpenOrders: number;
  /** Rents a minute for each order that may be open; 0: no limit. */
  rentsPerOpenOrder: number;
  /** How many times as much an address gets as an account; 0: no limits by address. */
  addressFactor: number;
  /** Orders without a code that an account may have in one pool in a day (tries/tries.ts); 0: no limit. */
  triesPerPool: number;
  leastCodesPercent: number;
}

/** `own`: the open orders that the operator allowed this wallet; null: as the settings say. */
export const accountLimits = (rules: LimitRules, mode: Mode, own: number | null): RentLimits => {
  const openOrders = own ?? rules.maxOpenOrders;
  return {
    openOrders,
    rentsPerMinute: openOrders * rules.rentsPerOpenOrder,
    // How orders of the sandbox end says nothing about their renter.
    fruitless: mode === "live" && rules.leastCodesPercent > 0 ? rules.triesPerPool : 0,
    leastCodesPercent: rules.leastCodesPercent,
    slowedRents,
  };
};

/** What an account of the tier may have open, if that is less than the others; null: as they. */
export function tierOpenOrders(
  { maxOpenOrders, standing }: { maxOpenOrders: number; standing: Pick<StandingRules, "tierOpenOrders"> },
  mode: Mode,
  tier: Tier,
): number | null {
  const own = mode === "live" ? standing.tierOpenOrders[tier] : 0;
  return own > 0 && own < maxOpenOrders ? own : null;
}

/** An address never gets less than the account that rents from it. */
export const addressLimits = (rules: LimitRules, account: RentLimits): RentLimits => {
  const { addressFactor: factor, maxOpenOrders } = rules;
  const openOrders = Math.max(account.openOrders, maxOpenOrders * factor);
  return {
    ...account,
    openOrders,
    rentsPerMinute: openOrders * rules.rentsPerOpenOrder,
    fruitless: account.fruitless * factor,
    slowedRents: slowedRents * factor,
  };
};
