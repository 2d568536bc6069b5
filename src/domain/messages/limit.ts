import type { Sorted } from "./sort.ts";

/**
 * Limits an order to `most` messages: nobody needs more for one code, and whoever sends them is attacking the
 * server. The operator finds the rest as unmatched. The entries are one batch, so the orders' counts do not include
 * them yet. A further part of a message that the order already has does not count as another message.
 */
export function limitPerOrder(entries: Sorted[], most: number): Sorted[] {
  const counts = new Map<number, number>();
  return entries.map((entry) => {
    if (entry.found.state === "unmatched" || entry.begun || !entry.isReady) return entry;
    const { orderId, messageCount } = entry.found.order;
    const count = (counts.get(orderId) ?? messageCount) + 1;
    counts.set(orderId, count);
    if (count <= most) return entry;
    const isReady = !entry.sms.joined?.isEarly; // Not shown to anybody, so it waits for the rest.
    return { ...entry, found: { state: "unmatched", reason: "order_full" }, isReady };
  });
}
