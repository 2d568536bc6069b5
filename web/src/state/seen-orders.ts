import type { Mode } from "./mode.ts";
import { createStore } from "./store.ts";

/** Orders that have been open while the page was: they stay in sight after their end, until they are put away. */
export const seenOrders = createStore<Record<Mode, string[]>>({ live: [], test: [] });

/** Brings an order into sight, first of all unless it is there already. */
export function bringIntoSight(mode: Mode, orderIds: string[]): void {
  const seen = seenOrders.get();
  const fresh = orderIds.filter((id) => !seen[mode].includes(id));
  if (fresh.length > 0) seenOrders.set({ ...seen, [mode]: [...fresh, ...seen[mode]] });
}
