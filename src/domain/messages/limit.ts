import type { Match } from "./match.ts";

/**
 * Keeps from an order what comes beyond `most` messages: nobody reads so many for one code, and whoever sends them means
 * the server. The operator finds them as unmatched. The entries are of one batch, in which their orders do not know of
 * each other's yet.
 */
export function limitPerOrder<Entry extends { found: Match }>(entries: Entry[], most: number): Entry[] {
  const counts = new Map<number, number>();
  return entries.map((entry) => {
    if (entry.found.state === "unmatched") return entry;
    const { orderId, messageCount } = entry.found.order;
    const count = (counts.get(orderId) ?? messageCount) + 1;
    counts.set(orderId, count);
    return count > most ? { ...entry, found: { state: "unmatched", reason: "order_full" } } : entry;
  });
}
