import { isServerError } from "../../kit/db.ts";
import type { Deps } from "../deps.ts";
import type { Acquired, Suppliers } from "../suppliers/supplier.ts";
import { giveBack } from "./give-back.ts";
import type { Order } from "./order.ts";
import { findOrder, lockPlacing, markActive } from "./sql.ts";

export interface ActivateDeps extends Pick<Deps, "db" | "log" | "clock"> {
  suppliers: Suppliers;
}

/**
 * Turns a PLACING order into a PENDING one with the number the supplier gave. Answers null when the order was
 * settled otherwise meanwhile, or when the number serves another order: the supplier gets it back then.
 */
export async function activate(
  deps: ActivateDeps,
  orderId: number,
  acquired: Acquired,
): Promise<Order | null> {
  try {
    const active = await deps.db.transaction(async (tx) => {
      const order = await lockPlacing(tx, orderId);
      if (!order) return null;
      await markActive(tx, orderId, { ...acquired, expiresAt: acquired.expiresAt ?? order.expiresAt });
      return findOrder(tx, orderId);
    });
    if (active) return active;
  } catch (error) {
    // 23505: the supplier gave a number that is open for this service already (orders_open).
    if (!isServerError(error) || error.code !== "23505") throw error;
    deps.log.error({ orderId }, "a supplier gave a number that serves another order");
  }
  await giveBack(deps, orderId);
  await releaseAtSupplier(deps, orderId, acquired.ref);
  return null;
}

async function releaseAtSupplier(
  { db, suppliers, log }: ActivateDeps,
  orderId: number,
  ref: string,
): Promise<void> {
  const order = await findOrder(db, orderId);
  await suppliers
    .get(order?.supplier ?? "")
    ?.release(orderId, ref)
    .catch((error: unknown) =>
      log.error({ err: error, orderId }, "a number could not be given back to its supplier"),
    );
}
