import { findService } from "../catalog/queries.ts";
import { tellChanged } from "../delivery/tell-changed.ts";
import type { Deps } from "../deps.ts";
import { askForAnother } from "../suppliers/ask-for-another.ts";
import type { Suppliers } from "../suppliers/supplier.ts";
import { orderNotFound, orderNotOpen } from "./errors.ts";
import type { OrderRules, OrderStatus } from "./order.ts";
import { lockOrders, markResend } from "./sql.ts";

export interface ResendDeps extends Pick<Deps, "db" | "clock" | "log"> {
  suppliers: Suppliers;
  rules: Pick<OrderRules, "supplierSeconds">;
}

/**
 * Records that the renter had the service send another code to the same number: until it comes, `/sms` with `wait`
 * waits again. Costs nothing; the order stays RECEIVED and shows the code it has. Returns its status. Suppliers that
 * want to know are told: the sandbox then sends the code that the service would have sent.
 */
export async function resend(deps: ResendDeps, walletId: number, orderId: number): Promise<OrderStatus> {
  const { db, clock } = deps;
  const order = await db.transaction(async (tx) => {
    const [found] = await lockOrders(tx, walletId, [orderId]);
    if (!found) throw orderNotFound();
    if (found.status !== "PENDING" && found.status !== "RECEIVED") throw orderNotOpen(found.status);
    if (found.status === "RECEIVED") {
      await markResend(tx, orderId, clock.now());
      await tellChanged(tx, "orders", [walletId]);
    }
    return found;
  });
  const { status, supplier, country } = order;
  if (status === "RECEIVED" && deps.suppliers.get(supplier)?.expectAnother) {
    const service = await findService(db, order.service);
    const request = service && { orderId, country, service };
    if (request) await askForAnother(deps, supplier, request, deps.rules.supplierSeconds);
  }
  return status;
}
