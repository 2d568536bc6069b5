import type { Tx } from "../../kit/db.ts";
import { lockFreeNumbers, lockFreeNumbersBelow, takeNumbers, type FreeNumber, type Want } from "./sql.ts";

/** Enough for any crowd: each turn loses only what others have just committed. */
const mostTurns = 10;

/**
 * Claims free numbers for each want, as many as there are up to its count: locked, and written down as serving the
 * service until `rest` says otherwise. No number is claimed twice for a service, by this process or another; those
 * that others claimed between our look and our lock are made up for by other ones.
 */
export async function claim(tx: Tx, wants: Want[], at: Date): Promise<FreeNumber[][]> {
  const claimed: FreeNumber[][] = wants.map(() => []);
  for (let turn = 0; turn < mostTurns; turn++) {
    const missing = wants.map((want, place) => ({
      ...want,
      count: want.count - (claimed[place]?.length ?? 0),
    }));
    const found = await lock(tx, missing, at);
    const taken = await take(tx, wants, found, at);
    for (const free of taken) claimed[free.want]?.push(free);
    if (taken.length === found.length) break; // Nothing was lost, so there is no more.
  }
  return claimed;
}

/** Numbers that looked free, locked. */
async function lock(tx: Tx, wants: Want[], at: Date): Promise<FreeNumber[]> {
  const above = await lockFreeNumbers(tx, wants, at);
  const found = above.flatMap(({ want, id, number }): FreeNumber[] =>
    id === null || number === null ? [] : [{ want, id, number }],
  );
  const starts = wants.map((_, place) => above.find(({ want }) => want === place)?.start ?? null);
  const missing = wants.map((want, place) => ({
    ...want,
    count: starts[place] === null ? 0 : want.count - found.filter((free) => free.want === place).length,
  }));
  if (missing.some((want) => want.count > 0))
    found.push(...(await lockFreeNumbersBelow(tx, missing, starts, at)));
  return found;
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
