import type { OrderOnNumber } from "../orders/sql.ts";

/** What text and sender say about the service, the surest first. */
export interface Recognized {
  slug: string;
  confidence: number;
  /** Whether the slug is one of the catalogue's. */
  known: boolean;
}

export type Match =
  { state: "delivered" | "late"; order: OrderOnNumber } | { state: "unmatched"; reason: UnmatchedReason };

/** Why a message is kept for the operator instead of being shown to a renter. */
export type UnmatchedReason =
  "no_order" | "other_service" | "restricted_service" | "several_orders" | "order_full";

/** From here on what a message says of its service decides; below, the rented service does. */
const confident = 0.6;

/** The slug of the service for which anything goes that is not another's and not restricted. */
const anyService = "other";

/**
 * Which order a message belongs to: number and service must both say so. A message that names another service is
 * kept from the renter; one that names none goes to the only order on the number, and to nobody where there are
 * several. Open orders come first; one that closed gets it as late.
 *
 * @param recognized what text and sender say of the service, best first
 * @param orders the orders on the number, open or closed within the time for late messages
 * @param restricted the slugs among them that may not be rented
 */
export function match(
  recognized: Recognized[],
  orders: OrderOnNumber[],
  restricted: ReadonlySet<string>,
): Match {
  const named = recognized
    .filter((service) => service.known && service.confidence >= confident)
    .map(({ slug }) => slug);
  const open = orders.filter((order) => order.closedAt === null);
  if (named.some((slug) => restricted.has(slug)) && !open.some((order) => named.includes(order.service))) {
    return { state: "unmatched", reason: "restricted_service" };
  }
  const [order, ...others] = candidates(named, open);
  if (order && others.length === 0) return { state: "delivered", order };
  if (order) return { state: "unmatched", reason: "several_orders" };
  const [late, ...earlier] = candidates(
    named,
    orders.filter((ended) => ended.closedAt !== null),
  ).toSorted(lastFirst);
  if (late && (named.length > 0 || earlier.length === 0)) return { state: "late", order: late };
  return { state: "unmatched", reason: open.length > 0 ? "other_service" : "no_order" };
}

/** Orders of a named service; failing that those for any service; orders of every service when none is named. */
function candidates(named: string[], orders: OrderOnNumber[]): OrderOnNumber[] {
  if (named.length === 0) return orders;
  const exact = orders.filter((order) => named.includes(order.service));
  return exact.length > 0 ? exact : orders.filter((order) => order.service === anyService);
}

const lastFirst = (a: OrderOnNumber, b: OrderOnNumber): number => Number(b.closedAt) - Number(a.closedAt);
