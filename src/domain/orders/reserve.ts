import type { Tx } from "../../kit/db.ts";
import { Refusal } from "../../kit/errors.ts";
import { saleTerms, type Offer } from "../catalog/catalog.ts";
import { record } from "../delivery/record.ts";
import type { Deps } from "../deps.ts";
import { inventory } from "../suppliers/supplier.ts";
import { post } from "../wallet/post.ts";
import { allocate, type Unit } from "./allocate.ts";
import type { RentsLeft } from "./limits/rent-limits.ts";
import { tooManyTries } from "./errors.ts";
import { idempotencyConflict } from "../idempotency/errors.ts";
import type { OrderRules, RentRequest } from "./order.ts";
import { openBudget, type Budget } from "./budget.ts";
import { quoteAll, type Quote } from "./quote.ts";
import { timesOf, type OrderTimes } from "./order-times.ts";
import { withFreshIds, type OrderIds } from "./order-ids.ts";
import { refuseNarrow } from "./refuse-narrow.ts";
import { addSpending } from "./spending/sql.ts";
import { insertOrders, type NewOrder } from "./sql.ts";
import { findAnswers, type Answered } from "../idempotency/queries.ts";
import { remember } from "../idempotency/remember.ts";

/** A rent, and the pools that were already tried without success. */
export interface Attempt {
  request: RentRequest;
  triedPools: number[];
  /** Is told what is left of the limits, whether the rent succeeds or not. */
  note?: (left: RentsLeft) => void;
}

/** The result of an attempt: its new order, or the order that the same Idempotency-Key created before. */
export type Reserved =
  | { kind: "reserved"; order: NewOrder; quote: Quote }
  | { kind: "repeated"; orderId: number }
  /**
   * The same key occurs twice in this batch, or a number was busy: try again; the refusal applies if that takes too
   * long.
   */
  | { kind: "again"; refusal?: Error };

export interface ReserveDeps extends Pick<Deps, "db" | "clock"> {
  rules: OrderRules;
  orderIds: OrderIds;
}

/**
 * Quotes, holds and stores a batch of rents in one transaction. From our own inventory the number is claimed and the
 * order PENDING; for other suppliers it is PLACING, to be acquired outside any transaction.
 */
export const reserveAll = (deps: ReserveDeps, attempts: Attempt[]): Promise<(Reserved | Error)[]> =>
  withFreshIds(deps.orderIds, () => reserve(deps, attempts));

function reserve(deps: ReserveDeps, attempts: Attempt[]): Promise<(Reserved | Error)[]> {
  return deps.db.transaction(async (tx) => {
    const at = deps.clock.now();
    const requests = attempts.map(({ request }) => request);
    // Before the locks, which others wait for.
    const quotes = await refuseNarrow(tx, requests, await quoteAll(tx, requests, deps.rules, at));
    const budget = await openBudget(tx, requests, quotes, deps.rules, at);
    const results = await answerRepeats(tx, requests);
    const units = attempts.map((attempt, place) => {
      const unit = results[place] ?? unitFor(attempt, quotes[place] as Quote | Refusal, budget);
      if ("offers" in unit) return unit;
      results[place] = unit;
      return null;
    });
    const open = units.filter((unit) => unit !== null);
    await allocate(tx, open, budget, saleTerms(at, deps.rules));
    const allotted = open.filter((unit) => unit.allotted !== undefined);
    const orders = await write({ tx, ...deps }, allotted, budget, at);
    for (const { request, note } of attempts) note?.(budget.left(request));
    return attempts.map((_, place) => {
      const unit = units[place];
      if (!unit) return results[place] as Reserved | Error;
      const order = orders.get(unit);
      if (order) return { kind: "reserved", order, quote: unit.quote };
      return unit.isBusy ? { kind: "again", refusal: unit.refusal as Error } : (unit.refusal as Error);
    });
  });
}

/** The offers to try for an attempt, or why there are none. */
function unitFor({ request, triedPools }: Attempt, quote: Quote | Refusal, budget: Budget): Unit | Refusal {
  if (quote instanceof Refusal) return quote;
  const denied = budget.permit(request, quote);
  if (denied) return denied;
  const offers = quote.offers.filter((offer) => !triedPools.includes(offer.poolId));
  const waits = offers.map((offer) => budget.waitSeconds(request, offer.poolId));
  const allowed = offers.filter((_, place) => waits[place] === 0);
  if (offers.length > 0 && allowed.length === 0) return tooManyTries(Math.min(...waits));
  return { request, quote, offers: allowed };
}

/** The wallets are locked: whoever used a key before has committed, and nobody can use one now. */
async function answerRepeats(tx: Tx, requests: RentRequest[]): Promise<(Reserved | Error | null)[]> {
  const keys = requests.flatMap(({ walletId, idempotency }) =>
    idempotency ? [{ walletId, key: idempotency.key }] : [],
  );
  if (keys.length === 0) return requests.map(() => null);
  const known = new Map(
    (await findAnswers(tx, keys)).map((answer) => [`${answer.walletId} ${answer.key}`, answer]),
  );
  const inBatch = new Set<string>();
  return requests.map(({ walletId, idempotency }) => {
    if (!idempotency) return null;
    const name = `${walletId} ${idempotency.key}`;
    const answer = known.get(name);
    if (answer) return repeat(answer, idempotency.inputHash);
    if (inBatch.has(name)) return { kind: "again" };
    inBatch.add(name);
    return null;
  });
}

function repeat(answer: Answered, inputHash: Buffer): Reserved | Error {
  if (!answer.inputHash.equals(inputHash) || answer.orderId === null) return idempotencyConflict();
  return { kind: "repeated", orderId: answer.orderId };
}

async function write(
  { tx, ...deps }: ReserveDeps & { tx: Tx },
  units: Unit[],
  budget: Budget,
  at: Date,
): Promise<Map<Unit, NewOrder>> {
  if (units.length === 0) return new Map();
  const ids = await deps.orderIds.next(tx, units.length);
  const times = timesOf(deps.rules, at);
  const orders = units.map((unit, place) => newOrder(unit, ids[place] as number, budget, times));
  await insertOrders(tx, orders, times);
  await post(
    tx,
    orders.map(({ walletId, orderId, priceMinor }) => ({
      walletId,
      orderId,
      kind: "hold",
      amountMinor: priceMinor,
    })),
    at,
  );
  await countSpending(tx, units, orders, at);
  const answers = units.flatMap(({ request }, place) => {
    if (!request.idempotency) return [];
    return [
      {
        walletId: request.walletId,
        ...request.idempotency,
        orderId: (orders[place] as NewOrder).orderId,
        answer: null,
      },
    ];
  });
  await remember(tx, answers, at);
  await warnOfLowBalance(tx, units, budget, at);
  return new Map(units.map((unit, place) => [unit, orders[place] as NewOrder]));
}

function newOrder(
  { request, quote, allotted }: Unit,
  orderId: number,
  budget: Budget,
  times: OrderTimes,
): NewOrder {
  const { offer, number } = allotted as { offer: Offer; number: { id: number; number: string } | null };
  return {
    orderId,
    walletId: request.walletId,
    seq: ++budget.wallet(request.walletId).orderSeq,
    keyId: request.keyId,
    serviceId: quote.service.id,
    familyId: quote.service.familyId,
    country: quote.country,
    provider: request.provider,
    poolId: offer.poolId,
    numberId: number?.id ?? null,
    number: number?.number ?? null,
    supplier: offer.supplier,
    supplierRef: null,
    duration: "generic",
    status: offer.supplier === inventory ? "PENDING" : "PLACING",
    priceMinor: offer.priceMinor,
    costMinor: offer.costMinor,
    network: budget.networkOf(request),
    ...times,
  };
}

async function countSpending(tx: Tx, units: Unit[], orders: NewOrder[], at: Date): Promise<void> {
  const capped = units.flatMap(({ request: { keyId, dailyCapMinor } }, place) => {
    if (keyId === null || dailyCapMinor === null) return [];
    return [{ keyId, day: at, amountMinor: (orders[place] as NewOrder).priceMinor }];
  });
  if (capped.length > 0) await addSpending(tx, capped);
}

/** Notifies a wallet once if this batch takes it below its low-balance mark. */
async function warnOfLowBalance(tx: Tx, units: Unit[], budget: Budget, at: Date): Promise<void> {
  const spent = new Map<number, number>();
  for (const { request, allotted } of units) {
    spent.set(request.walletId, (spent.get(request.walletId) ?? 0) + (allotted?.offer.priceMinor ?? 0));
  }
  const low = [...spent].filter(([id, amount]) => {
    const { spendableMinor, lowBalanceMinor } = budget.wallet(id);
    return spendableMinor < lowBalanceMinor && spendableMinor + amount >= lowBalanceMinor;
  });
  await record(
    tx,
    low.map(([walletId]) => ({
      walletId,
      type: "wallet.low",
      data: { balanceMinor: budget.wallet(walletId).spendableMinor },
    })),
    at,
  );
}
