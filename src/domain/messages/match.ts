import { anyService, wholeNumber } from "../catalog/catalog.ts";
import { wasUsedByOthers, type Use } from "../numbers/uses/use.ts";
import type { OrderOnNumber } from "../orders/on-number/queries.ts";
import type { NamedService, Subject } from "./subject.ts";

export type Match =
  { state: "delivered" | "late"; order: OrderOnNumber } | { state: "unmatched"; reason: UnmatchedReason };

/** Why a message is kept for the operator instead of being shown to a renter. */
export type UnmatchedReason =
  | "no_order"
  | "other_service"
  | "restricted_service"
  | "never_shown"
  | "several_orders"
  | "earlier_renter"
  | "order_full"
  | "before_rent"
  | "no_text"
  | "not_sms";

/** What is known about a message's number. */
export interface KnownNumber {
  /** Its orders that are open, or closed within the time for late messages. */
  orders: OrderOnNumber[];
  /** What it was used for, by family. */
  uses: ReadonlyMap<number, Use>;
}

/**
 * Which order a message belongs to: number and service must both say so. A message that names another service is not
 * shown to the renter; one that names none goes to the only order on the number, or to nobody if there are several.
 * Open orders come first; a closed one gets it as late, unless the number was rented for its family since, or the
 * message names services that two accounts rented.
 *
 * Regardless of the orders, nobody gets a message about a family for which somebody else used the number within the
 * period: it could open that other person's account.
 *
 * @param usedSince the beginning of that period
 */
export function match(subject: Subject, { orders: all, uses }: KnownNumber, usedSince: Date): Match {
  const { named } = subject;
  const orders = all.filter((order) => mayHave(named, order));
  const open = orders.filter((order) => order.closedAt === null);
  const isRestricted = named.some((service) => service.restricted) || orders.length < all.length;
  if (isRestricted && !open.some((order) => names(named, order)))
    return { state: "unmatched", reason: "restricted_service" };

  const [order, ...others] = candidates(named, open);
  if (order && others.length > 0) return { state: "unmatched", reason: "several_orders" };
  const isFree = (candidate: OrderOnNumber): boolean => !isAnothers(subject, candidate, uses, usedSince);
  if (order)
    return isFree(order) ? { state: "delivered", order } : { state: "unmatched", reason: "earlier_renter" };

  const ended = orders.filter((one) => one.closedAt !== null && !isSucceeded(one, orders));
  const [late, ...earlier] = candidates(named, ended).toSorted(lastFirst);
  if (late && named.length > 0 && earlier.some(({ accountId }) => accountId !== late.accountId))
    return { state: "unmatched", reason: "several_orders" };
  if (late && (named.length > 0 || earlier.length === 0))
    return isFree(late) ? { state: "late", order: late } : { state: "unmatched", reason: "earlier_renter" };
  if (open.some((one) => !isFree(one))) return { state: "unmatched", reason: "earlier_renter" };
  return { state: "unmatched", reason: open.length > 0 ? "other_service" : "no_order" };
}

/** Whether the message could be about somebody else's account on this number, as far as we know. */
export function isAnothers(
  { families }: Subject,
  { accountId, familyId }: Pick<OrderOnNumber, "accountId" | "familyId">,
  uses: ReadonlyMap<number, Use>,
  usedSince: Date,
): boolean {
  return [familyId, ...families].some((family) => {
    const use = uses.get(family);
    return use !== undefined && wasUsedByOthers(use, accountId, usedSince);
  });
}

const names = (named: NamedService[], { service }: OrderOnNumber): boolean =>
  named.some(({ slug }) => slug === service);

/** Nobody gets by an order for another service what a policy may keep them from renting. */
const mayHave = (named: NamedService[], order: OrderOnNumber): boolean =>
  names(named, order) || !named.some(({ limited }) => limited[order.country] ?? limited.everywhere);

/**
 * Orders of a named service; failing that, those of relatives whose sign-in uses the only services it names; failing
 * that, those for any service. Orders of every service if none is named.
 */
function candidates(named: NamedService[], orders: OrderOnNumber[]): OrderOnNumber[] {
  if (named.length === 0) return orders;
  const exact = orders.filter((order) => names(named, order));
  if (exact.length > 0) return exact;
  const relatives = orders.filter(({ familyId }) => {
    const members = named.filter((service) => service.familyId === familyId);
    return members.length > 0 && members.every(({ signsIn }) => signsIn);
  });
  return relatives.length > 0 ? relatives : orders.filter((order) => order.service === anyService);
}

/**
 * Whether another account rented the number, for this order's family or one of the two as a whole, after the order
 * had closed.
 */
function isSucceeded({ closedAt, accountId, familyId }: OrderOnNumber, orders: OrderOnNumber[]): boolean {
  return orders.some(
    (later) =>
      closedAt !== null &&
      later.createdAt >= closedAt &&
      later.accountId !== accountId &&
      (later.familyId === familyId || later.familyId === wholeNumber || familyId === wholeNumber),
  );
}

const lastFirst = (a: OrderOnNumber, b: OrderOnNumber): number => Number(b.closedAt) - Number(a.closedAt);
