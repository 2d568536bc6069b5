import { setTimeout as sleep } from "node:timers/promises";
import { secondsAfter } from "../../kit/clock.ts";
import { idempotencyConflict } from "../idempotency/errors.ts";
import type { Idempotency } from "../idempotency/once.ts";
import type { Order, RentRequest } from "./order.ts";
import { place, type PlaceDeps } from "./place.ts";
import { findAnswers } from "../idempotency/queries.ts";
import { deleteAnswer, takeKey, takeOverKey, writeAnswer } from "../idempotency/sql.ts";
import { findOrder } from "./queries.ts";

const repeatMilliseconds = 50;
/** Longer than any rent takes: whoever began it is gone by then. */
const abandonedSeconds = 60;

/**
 * Rents as many as are available, at least one and at most `quantity`; refuses as `place` does if there is not even
 * one. With an Idempotency-Key a repeat returns the same orders as the first request, however many they were; a repeat
 * that arrives meanwhile waits for it. If a crash interrupts the work, the next repeat completes it.
 */
export async function placeSeveral(
  deps: PlaceDeps,
  request: RentRequest,
  quantity: number,
): Promise<Order[]> {
  const { walletId, idempotency } = request;
  if (!idempotency) return placeEach(deps, request, quantity);
  const first = await answerOfFirst(deps, walletId, idempotency);
  if (first) return first;
  try {
    const orders = await placeEach(deps, request, quantity);
    await writeAnswer(
      deps.db,
      walletId,
      idempotency.key,
      JSON.stringify(orders.map((order) => order.orderId)),
    );
    return orders;
  } catch (error) {
    await deleteAnswer(deps.db, walletId, idempotency.key);
    throw error;
  }
}

/** Each is a separate rent with its own key: no client's key contains a space. */
async function placeEach(deps: PlaceDeps, request: RentRequest, quantity: number): Promise<Order[]> {
  const keyOf = (number: number): Idempotency | null =>
    request.idempotency && { ...request.idempotency, key: `${request.idempotency.key} #${number}` };
  const results = await Promise.allSettled(
    Array.from({ length: quantity }, (_, index) =>
      place(deps, { ...request, idempotency: keyOf(index + 1) }),
    ),
  );
  const orders = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const failed = results.find((result) => result.status === "rejected");
  if (orders.length === 0 && failed) throw failed.reason;
  return orders;
}

/** The orders that the key stands for; null when this request is the first and now holds the key. */
async function answerOfFirst(
  { db, clock }: PlaceDeps,
  walletId: number,
  { key, inputHash }: Idempotency,
): Promise<Order[] | null> {
  for (;;) {
    const at = clock.now();
    if (await takeKey(db, walletId, key, inputHash, at)) return null;
    const [known] = await findAnswers(db, [{ walletId, key }]);
    if (known && !known.inputHash.equals(inputHash)) throw idempotencyConflict();
    if (known?.answer) {
      const found = await Promise.all((JSON.parse(known.answer) as number[]).map((id) => findOrder(db, id)));
      return found.filter((order) => order !== undefined);
    }
    if (await takeOverKey(db, walletId, key, secondsAfter(at, -abandonedSeconds), at)) return null;
    await sleep(repeatMilliseconds);
  }
}
