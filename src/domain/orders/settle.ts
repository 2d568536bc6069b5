import { secondsAfter } from "../../kit/clock.ts";
import { activate, type ActivateDeps } from "./activate.ts";
import { giveBack } from "./give-back.ts";
import type { Order } from "./order.ts";
import { findPlacingBefore } from "./sql.ts";

/** Longer than any supplier is waited for: whoever placed the order is gone by then. */
const abandonedSeconds = 60;

/**
 * Settles orders whose placing was cut off by a crash: asks the supplier what it holds for them, activates or gives
 * back. A supplier that does not answer is asked again at the next turn.
 */
export async function settleAbandoned(deps: ActivateDeps): Promise<number> {
  const abandoned = await findPlacingBefore(deps.db, secondsAfter(deps.clock.now(), -abandonedSeconds));
  for (const order of abandoned) {
    await settle(deps, order).catch((error: unknown) =>
      deps.log.error({ err: error, orderId: order.orderId }, "an abandoned order could not be settled"),
    );
  }
  return abandoned.length;
}

async function settle(deps: ActivateDeps, { orderId, supplier }: Order): Promise<void> {
  const held = await deps.suppliers.get(supplier)?.recover(orderId);
  if (held) await activate(deps, orderId, held);
  else await giveBack(deps, orderId);
}
