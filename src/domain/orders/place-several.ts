import type { Idempotency } from "../idempotency/once.ts";
import { onceOutside } from "../idempotency/once-outside.ts";
import type { Order, RentRequest } from "./order.ts";
import type { RentsLeft } from "./limits/rent-limits.ts";
import { place, type PlaceDeps } from "./place.ts";
import { findOrder } from "./queries.ts";

/**
 * Rents as many as are available, at least one and at most `quantity`; refuses as `place` does if there is not even
 * one. With an Idempotency-Key a repeat returns the same orders as the first request, however many they were; a
 * repeat that arrives during the work waits for it. If a crash interrupts the work, the next repeat completes it.
 */
export async function placeSeveral(
  deps: PlaceDeps,
  request: RentRequest,
  quantity: number,
  note?: (left: RentsLeft) => void,
): Promise<Order[]> {
  const { walletId, idempotency } = request;
  if (!idempotency) return placeEach(deps, request, quantity, note);
  let placed: Order[] | undefined;
  const ids = await onceOutside(deps, walletId, idempotency, async () => {
    placed = await placeEach(deps, request, quantity, note);
    return placed.map((order) => order.orderId);
  });
  if (placed) return placed;
  const found = await Promise.all(ids.map((id) => findOrder(deps.db, id)));
  return found.filter((order) => order !== undefined);
}

/** Each is a separate rent with its own key: no client's key contains a space. */
async function placeEach(
  deps: PlaceDeps,
  request: RentRequest,
  quantity: number,
  note?: (left: RentsLeft) => void,
): Promise<Order[]> {
  const keyOf = (number: number): Idempotency | null =>
    request.idempotency && { ...request.idempotency, key: `${request.idempotency.key} #${number}` };
  const results = await Promise.allSettled(
    Array.from({ length: quantity }, (_, index) =>
      place(deps, { ...request, idempotency: keyOf(index + 1) }, note),
    ),
  );
  const orders = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const failed = results.find((result) => result.status === "rejected");
  if (orders.length === 0 && failed) throw failed.reason;
  return orders;
}
