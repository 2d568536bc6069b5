import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "../../kit/errors.ts";
import { retryWhileUnreachable } from "../../kit/retry.ts";
import { askForNumber } from "../suppliers/ask-for-number.ts";
import { SupplierRefusal } from "../suppliers/supplier.ts";
import { activate, type ActivateDeps } from "./activate.ts";
import { noNumbers, stillPlacing, supplierUnavailable } from "./errors.ts";
import { giveBack } from "./give-back.ts";
import type { RentsLeft } from "./limits/rent-limits.ts";
import type { Order, RentRequest } from "./order.ts";
import type { Quote } from "./quote.ts";
import type { Rents } from "./rents.ts";
import { findOrder } from "./queries.ts";
import type { NewOrder } from "./sql.ts";

export interface PlaceDeps extends ActivateDeps {
  rents: Rents;
}

const repeatMilliseconds = 50;
/** How long a rent tries further suppliers, and how long a repeat waits for the first request. */
const patienceSeconds = 30;
/** Most proxies give up after a minute: a rent is answered before that, whatever its suppliers do. */
const answeredSeconds = 55;

/**
 * Rents a number: the price is held, and the number is the renter's until the window ends. Refuses with the codes of
 * contract/decisions ("POST /rent"); a refused rent costs nothing. A supplier that has no number, or does not answer,
 * is skipped for the next pool if the request names no pool. `note` is told what is left of the limits.
 */
export async function place(
  deps: PlaceDeps,
  request: RentRequest,
  note: (left: RentsLeft) => void = () => {},
): Promise<Order> {
  const goOnSeconds = Math.min(patienceSeconds, answeredSeconds - insistSeconds - deps.rules.supplierSeconds);
  const deadline = performance.now() + goOnSeconds * 1000;
  const triedPools: number[] = [];
  let reason: Error | undefined;
  for (;;) {
    const reserved = await deps.rents.reserve({ request, triedPools, note }).catch((error: unknown) => {
      // Only a refusal means that nothing was written; after any other error it is unknown.
      throw reason && error instanceof Refusal ? reason : error;
    });
    if (reserved.kind === "again") {
      if (reserved.refusal && performance.now() > deadline) throw reason ?? reserved.refusal;
      continue;
    }
    if (reserved.kind === "repeated") {
      const order = await waitForFirst(deps, reserved.orderId, deadline);
      if (order) return order;
      continue; // The first failed, so this one counts as the first.
    }
    const { order, quote } = reserved;
    if (order.status === "PENDING") return asOrder(order, quote);
    const outcome = await acquire(deps, order, quote, request);
    if (!(outcome instanceof Error)) return outcome;
    if (performance.now() > deadline) throw outcome;
    reason = outcome;
    triedPools.push(order.poolId);
  }
}

/**
 * How long we wait for the database once a supplier has answered; after that the order is settled later (settle.ts).
 */
const insistSeconds = 5;

/** Asks the supplier with no transaction open, then stores the number or returns the money. */
async function acquire(
  deps: PlaceDeps,
  { orderId, supplier, expiresAt }: NewOrder,
  { country, dialCode, service }: Quote,
  { areaCode, excludePrefixes }: RentRequest,
): Promise<Order | Error> {
  const wanted = { areaCode: areaCode ?? undefined, excludePrefixes };
  const answer = await askForNumber(
    deps,
    supplier,
    { orderId, country, dialCode, service, expiresAt, ...wanted },
    deps.rules.supplierSeconds,
  );
  return retryWhileUnreachable(insistSeconds, async () => {
    if (answer instanceof SupplierRefusal) {
      const refusal = answer.kind === "no_numbers" ? noNumbers() : supplierUnavailable();
      return (await giveBack(deps, orderId)) ?? refusal;
    }
    const order = answer
      ? await activate(deps, orderId, answer)
      : await giveBack(deps, orderId, { ref: null });
    return order ?? supplierUnavailable();
  });
}

async function waitForFirst({ db }: PlaceDeps, orderId: number, deadline: number): Promise<Order | null> {
  for (;;) {
    const order = await findOrder(db, orderId);
    if (!order || order.status === "FAILED") return null;
    if (order.status !== "PLACING") return order;
    if (performance.now() > deadline) throw stillPlacing();
    await sleep(repeatMilliseconds);
  }
}

function asOrder({ network: _network, ...order }: NewOrder, quote: Quote): Order {
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
