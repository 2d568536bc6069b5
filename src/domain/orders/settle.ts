import { secondsAfter } from "../../kit/clock.ts";
import { withDeadline } from "../../kit/deadline.ts";
import { faultOf } from "../suppliers/supplier.ts";
import { activate, type ActivateDeps } from "./activate.ts";
import { giveBack } from "./give-back.ts";
import { findPlacingBefore, type AbandonedOrder } from "./queries.ts";

/**
 * Time for everything besides the supplier. After both, whoever placed the order is gone, or will find it settled.
 */
const graceSeconds = 15;

/**
 * Settles orders whose placing was interrupted by a crash: asks the supplier what it holds for them, then activates
 * or fails them. A supplier that does not answer is asked again at the next run, until the order's window is over.
 */
export async function settleAbandoned(deps: ActivateDeps): Promise<number> {
  const before = secondsAfter(deps.clock.now(), -deps.rules.supplierSeconds - graceSeconds);
  const abandoned = await findPlacingBefore(deps.db, before);
  await Promise.all(
    abandoned.map((order) =>
      settle(deps, order).catch((error: unknown) =>
        deps.log.error({ err: error, orderId: order.orderId }, "an abandoned order could not be settled"),
      ),
    ),
  );
  return abandoned.length;
}

/**
 * If nothing was taken, the supplier is asked once more later: the interrupted request may still be on its way there.
 */
async function settle(deps: ActivateDeps, order: AbandonedOrder): Promise<void> {
  const { orderId, expiresAt } = order;
  const at = deps.clock.now();
  const supplier = expiresAt > at ? deps.suppliers.get(order.supplier) : undefined;
  const held = supplier
    ? await withDeadline(deps.rules.supplierSeconds, (signal) => supplier.recover(orderId, signal))
    : null;
  if (held && faultOf(held, order, at) === null) await activate(deps, orderId, held);
  else await giveBack(deps, orderId, { ref: null });
}
