import { Refusal } from "../../kit/errors.ts";
import { formatMinor } from "../../kit/money.ts";
import type { Whose } from "./limits/rent-limits.ts";

export const noNumbers = (): Refusal =>
  new Refusal(
    "no_numbers",
    "No number is free for this service and country right now; try another pool or country, or again later.",
  );

export const priceAboveMax = (minPriceMinor: number): Refusal =>
  new Refusal(
    "price_above_max",
    `The cheapest number costs ${formatMinor(minPriceMinor)}, more than max_price; raise it, or try another country.`,
    { minPriceMinor },
  );

export const tooManyOpenOrders = (limit: number, whose: Whose = "account"): Refusal =>
  new Refusal(
    "too_many_open_orders",
    whose === "account"
      ? `${limit} orders are already waiting for a code; wait for one to end, or cancel one.`
      : `${limit} orders that were rented from your address, over all accounts, are already waiting for a code; wait for one to end.`,
    { limit },
  );

export const tooManyRents = (limit: number, whose: Whose, retryAfter: number): Refusal =>
  new Refusal(
    "rate_limited",
    `${whose === "account" ? "An account" : "An address"} may rent ${limit} times a minute, with all keys together; rent again in ${retryAfter} s.`,
    { retryAfter },
  );

interface Slowed {
  codes: number;
  fruitless: number;
  leastCodesPercent: number;
  slowedRents: number;
}

/** Slowed, with the figures that explain it. */
export const tooFewCodes = (
  { codes, fruitless, leastCodesPercent, slowedRents }: Slowed,
  whose: Whose,
  retryAfter: number,
): Refusal => {
  const orders = codes + fruitless;
  const ended = whose === "account" ? `your ${orders} orders` : `the ${orders} orders from your address`;
  const allowed = slowedRents === 1 ? "one order a minute is" : `${slowedRents} orders a minute are`;
  return new Refusal(
    "too_few_codes",
    `Only ${codes} of ${ended} that ended today got a code. Below ${leastCodesPercent} % ${allowed} allowed until midnight UTC, or until more get codes; rent again in ${retryAfter} s, and only for messages that you expect.`,
    { codes, orders, retryAfter },
  );
};

export const tooManyTries = (retryAfter: number): Refusal =>
  new Refusal(
    "too_many_tries",
    `Too many of your orders in this pool ended without a code; try again in ${retryAfter} s, or use another pool.`,
    { retryAfter },
  );

export const dailyCapReached = (capMinor: number): Refusal =>
  new Refusal(
    "daily_cap_reached",
    `This key may spend ${formatMinor(capMinor)} a day, and this order would exceed it; raise the key's cap or wait until midnight UTC.`,
  );

export const supplierUnavailable = (): Refusal =>
  new Refusal(
    "supplier_unavailable",
    "The supplier of this pool is not answering right now; nothing was charged. Try again, or use another pool.",
    { retryAfter: 5 },
  );

export const stillPlacing = (): Refusal =>
  new Refusal(
    "unavailable",
    "The first request with this Idempotency-Key is still waiting for its supplier; repeat it in a few seconds.",
    { retryAfter: 5 },
  );

export const orderNotFound = (): Refusal =>
  new Refusal("order_not_found", "You have no order with this order_id; GET /orders lists those you have.", {
    field: "order_id",
  });

export const noSuchOrder = (orderId: number): Refusal =>
  new Refusal("order_not_found", `There is no order ${orderId}.`, { field: "order_id" });

export const nothingToRefund = (orderId: number): Refusal =>
  new Refusal(
    "nothing_to_refund",
    `Order ${orderId} has no charge that could be refunded: it was not charged, or was refunded before.`,
  );

export const orderNotCancellable = (status: string): Refusal =>
  new Refusal(
    "order_not_cancellable",
    `The order is ${status}; only an order waiting for its first code can be cancelled.`,
    { orderStatus: status },
  );

export const cancelTooEarly = (cancellableAt: Date): Refusal =>
  new Refusal("cancel_too_early", `The order can be cancelled from ${cancellableAt.toISOString()}.`, {
    cancellableAt,
  });

export const orderNotOpen = (status: string): Refusal =>
  new Refusal("order_not_open", `The order is ${status}; this needs an open order.`, {
    orderStatus: status,
  });

export const orderWithoutCode = (): Refusal =>
  new Refusal("order_not_open", "No message has arrived for this order yet; cancel it instead.", {
    orderStatus: "PENDING",
  });

/** Where an account accepts the statement on lawful use, and where it asks to be known better. */
const pages = { terms: "/lawful-use", tier: "/verification" };

export const termsRequired = (): Refusal =>
  new Refusal(
    "terms_required",
    `The statement on lawful use must be accepted, because it has changed or the last acceptance has expired. Once an owner of the account has accepted it on the dashboard's page ${pages.terms}, all keys can rent again. Open orders are not affected.`,
    { page: pages.terms },
  );

export const tierRequired = (service: string, tier: string): Refusal =>
  new Refusal(
    "tier_required",
    `${service} is rented here to accounts of the tier "${tier}" and above; the dashboard's page ${pages.tier} says how to reach it.`,
    { tier, page: pages.tier },
  );

export const permissionRequired = (service: string): Refusal =>
  new Refusal(
    "permission_required",
    `${service} is rented here with the operator's permission only; ask for it on the dashboard's page ${pages.tier}.`,
    { page: pages.tier },
  );

export const accountTooNew = (service: string, allowedAt: Date): Refusal =>
  new Refusal(
    "account_too_new",
    `Your account is too new for ${service} here; it may be rented from ${allowedAt.toISOString()}.`,
    { allowedAt },
  );

export const spendCapReached = (capMinor: number, tier: string): Refusal =>
  new Refusal(
    "spend_cap_reached",
    `An account of the tier "${tier}" may spend ${formatMinor(capMinor)} a day, and this order would exceed it; wait until midnight UTC, or see the dashboard's page ${pages.tier}.`,
    { tier, page: pages.tier },
  );
