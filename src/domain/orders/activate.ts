import type { Tx } from "../../kit/db.ts";
import { isServerError } from "../../kit/db/errors.ts";
import { saleTerms } from "../catalog/catalog.ts";
import { tellChanged } from "../delivery/tell-changed.ts";
import type { Deps } from "../deps.ts";
import { lockNumbers } from "../numbers/lock.ts";
import { takeNumber } from "../numbers/uses/take.ts";
import { insertReturn } from "./returns/sql.ts";
import type { Acquired, Suppliers } from "../suppliers/supplier.ts";
import { giveBack } from "./give-back.ts";
import type { Order, OrderRules } from "./order.ts";
import { findOrder } from "./queries.ts";
import { lockPlacing, markActive } from "./sql.ts";

export interface ActivateDeps extends Pick<Deps, "db" | "log" | "clock"> {
  suppliers: Suppliers;
  rules: OrderRules;
}

/**
 * The number is open, resting, or was used for the order's family or as a whole: messages could go to the wrong
 * renter.
 */
class NumberInUse extends Error {}

/**
 * Turns a PLACING order into a PENDING one with the number the supplier gave. Returns null if the order failed in the
 * meantime, or if the number serves another order: then it is returned to the supplier.
 */
export async function activate(
  deps: ActivateDeps,
  orderId: number,
  acquired: Acquired,
): Promise<Order | null> {
  try {
    return await deps.db.transaction((tx) => take(deps, tx, orderId, acquired));
  } catch (error) {
    // 23505: the number is already open for this family (orders_open), or was given before (orders_supplier_ref).
    const isInUse = error instanceof NumberInUse || (isServerError(error) && error.code === "23505");
    if (!isInUse) throw error;
    deps.log.error({ orderId }, "a supplier gave a number that serves another order");
    return giveBack(deps, orderId, acquired);
  }
}

async function take(
  { clock, rules }: ActivateDeps,
  tx: Tx,
  orderId: number,
  acquired: Acquired,
): Promise<Order | null> {
  const at = clock.now();
  await lockNumbers(tx, [acquired.number]); // Before the order's, as everywhere.
  const placing = await lockPlacing(tx, orderId);
  if (!placing) return settledBefore(tx, orderId, acquired, at);
  const { number, ref, expiresAt = placing.expiresAt } = acquired;
  const { familyId } = placing;
  if (!(await takeNumber(tx, { number, familyId }, saleTerms(at, rules)))) throw new NumberInUse();
  const window = expiresAt < placing.expiresAt ? expiresAt : placing.expiresAt;
  await markActive(tx, orderId, { number, ref, expiresAt: window });
  await tellChanged(tx, "orders", [placing.walletId]);
  return (await findOrder(tx, orderId)) ?? null;
}

/** Another process was faster: it used this number, or gave up the order, in which case the number is returned. */
async function settledBefore(tx: Tx, orderId: number, { ref }: Acquired, at: Date): Promise<Order | null> {
  const order = await findOrder(tx, orderId);
  if (!order) return null;
  if (order.status !== "FAILED" && order.supplierRef === ref) return order;
  await insertReturn(tx, { orderId, supplier: order.supplier, ref }, at);
  return null;
}
