import type { Mode } from "./mode.ts";
import { createStore } from "./store.ts";

/**
 * Orders that were open at some time since the page was loaded: they stay visible after their end, until they are
 * dismissed.
 */
export const seenOrders = createStore<Record<Mode, string[]>>({ live: [], test: [] });

/** Makes an order visible, at the top unless it is already there. */
export function bringIntoSight(mode: Mode, orderIds: string[]): void {
  const seen = seenOrders.get();
  const fresh = orderIds.filter((id) => !seen[mode].includes(id));
  if (fresh.length > 0) seenOrders.set({ ...seen, [mode]: [...fresh, ...seen[mode]] });
}
