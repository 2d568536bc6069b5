import type { Tx } from "../../kit/db.ts";
import { findBounds, lockFreeNumbers, takeNumbers, type FreeNumber, type Want } from "./sql.ts";

/**
 * Claims free numbers for each want, as many as there are up to its count: locked, and written down as serving the
 * service until `rest` says otherwise. No number is claimed twice for a service, by this process or another.
 */
export async function claim(tx: Tx, wants: Want[], at: Date): Promise<FreeNumber[][]> {
  const bounds = await findBounds(tx, wants);
  const starts = bounds.map(({ least, most }) => {
    if (least === null || most === null) return 0;
    return least + Math.floor(Math.random() * (most - least + 1));
  });
  const found = await lockFreeNumbers(tx, wants, starts, "above", at);
  const missing = wants.map((want, place) => ({
    ...want,
    count:
      bounds[place]?.least === null ? 0 : want.count - found.filter((free) => free.want === place).length,
  }));
  if (missing.some((want) => want.count > 0)) {
    found.push(...(await lockFreeNumbers(tx, missing, starts, "below", at)));
  }
  const claimed = await take(tx, wants, found, at);
  return wants.map((_, place) => claimed.filter((free) => free.want === place));
}

/** Two wants may have found the same number for the same service: the first one has it. */
async function take(tx: Tx, wants: Want[], found: FreeNumber[], at: Date): Promise<FreeNumber[]> {
  const seen = new Set<string>();
  const key = (free: FreeNumber): string => `${free.id} ${wants[free.want]?.serviceId}`;
  const distinct = found.filter((free) => !seen.has(key(free)) && seen.add(key(free)));
  if (distinct.length === 0) return [];
  const takes = distinct.map((free) => ({ numberId: free.id, ...(wants[free.want] as Want) }));
  const taken = await takeNumbers(
    tx,
    takes.toSorted((a, b) => a.numberId - b.numberId || a.serviceId - b.serviceId),
    at,
  );
  return distinct.filter((free) => taken.has(key(free)));
}
