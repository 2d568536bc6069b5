import { setTimeout as sleep } from "node:timers/promises";
import type { Deps } from "../deps.ts";
import { SupplierRefusal, type Acquired, type Suppliers } from "../suppliers/supplier.ts";
import { activate } from "./activate.ts";
import { noNumbers, supplierUnavailable } from "./errors.ts";
import { giveBack } from "./give-back.ts";
import type { Order, RentRequest } from "./order.ts";
import type { Quote } from "./quote.ts";
import type { Attempt, Reserved } from "./reserve.ts";
import { findOrder, type NewOrder } from "./sql.ts";

export interface PlaceDeps extends Pick<Deps, "db" | "clock" | "log"> {
  suppliers: Suppliers;
  /** `reserveAll`, in batches: rents that arrive together share a transaction. */
  reserve: (attempt: Attempt) => Promise<Reserved>;
}

const repeatMilliseconds = 50;

/**
 * Rents a number: the price is held, the number is the renter's until the window ends. Refuses with the codes of
 * contract/decisions ("POST /rent"); a refusal has cost nothing. A supplier that has no number, or does not answer,
 * is passed over for the next pool where the request names none.
 */
export async function place(deps: PlaceDeps, request: RentRequest): Promise<Order> {
  const triedPools: number[] = [];
  let reason: Error | undefined;
  for (;;) {
    const reserved = await deps.reserve({ request, triedPools }).catch((error: unknown) => {
      throw reason ?? error;
    });
    if (reserved.kind === "again") continue;
    if (reserved.kind === "repeated") {
      const order = await waitForFirst(deps, reserved.orderId);
      if (order) return order;
      continue; // The first came to nothing, so this one is the first.
    }
    const { order, quote } = reserved;
    if (order.status === "PENDING") return asOrder(order, quote);
    const outcome = await acquire(deps, order, quote, request);
    if (!(outcome instanceof Error)) return outcome;
    reason = outcome;
    triedPools.push(order.poolId);
  }
}

/** Asks the supplier with no transaction open, then writes the number down or gives the money back. */
async function acquire(
  deps: PlaceDeps,
  order: NewOrder,
  quote: Quote,
  request: RentRequest,
): Promise<Order | Error> {
  const supplier = deps.suppliers.get(order.supplier);
  let acquired: Acquired | undefined;
  let refusal: Error = supplierUnavailable();
  try {
    acquired = await supplier?.acquire({
      orderId: order.orderId,
      country: quote.country,
      dialCode: quote.dialCode,
      service: quote.service,
      areaCode: request.areaCode ?? undefined,
      excludePrefixes: request.excludePrefixes,
      expiresAt: order.expiresAt,
    });
  } catch (error) {
    if (error instanceof SupplierRefusal && error.kind === "no_numbers") refusal = noNumbers();
    else if (!(error instanceof SupplierRefusal))
      deps.log.error({ err: error, supplier: order.supplier }, "supplier failed");
  }
  if (!acquired) {
    await giveBack(deps, order.orderId);
    return refusal;
  }
  return (await activate(deps, order.orderId, acquired)) ?? refusal;
}

async function waitForFirst({ db }: PlaceDeps, orderId: number): Promise<Order | null> {
  for (;;) {
    const order = await findOrder(db, orderId);
    if (!order || order.status === "FAILED") return null;
    if (order.status !== "PLACING") return order;
    await sleep(repeatMilliseconds);
  }
}

function asOrder(order: NewOrder, quote: Quote): Order {
  return {
    ...order,
    service: quote.service.slug,
    endedAt: null,
    closedAt: null,
    resendAt: null,
    reportReason: null,
    messageCount: 0,
    codeSealed: null,
  };
}
