import type { Sorted } from "./sort.ts";

/**
 * Keeps from an order what comes beyond `most` messages: nobody reads so many for one code, and whoever sends them means
 * the server. The operator finds them as unmatched. The entries are of one batch, in which their orders do not know of
 * each other's yet. More of a message that its order has is no message more.
 */
export function limitPerOrder(entries: Sorted[], most: number): Sorted[] {
  const counts = new Map<number, number>();
  return entries.map((entry) => {
    if (entry.found.state === "unmatched" || entry.begun || !entry.isReady) return entry;
    const { orderId, messageCount } = entry.found.order;
    const count = (counts.get(orderId) ?? messageCount) + 1;
    counts.set(orderId, count);
    if (count <= most) return entry;
    const isReady = !entry.sms.joined?.isEarly; // Nobody is shown it, so it waits for the rest.
    return { ...entry, found: { state: "unmatched", reason: "order_full" }, isReady };
  });
}
