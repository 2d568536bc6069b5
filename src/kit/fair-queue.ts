import type { Queryable } from "./db.ts";

/** Grants turns: a limited number at once, one at a time per owner, and the owners in rotation. */
export interface FairQueue {
  take<T>(owner: string, work: () => Promise<T>): Promise<T>;
}

/**
 * Keeps one owner's long lists from starving the others: an owner who asks for a lot only delays themselves, and one
 * who asks for little waits for at most one turn of each of the others.
 *
 * @param most turns at once
 */
export function createFairQueue(most: number): FairQueue {
  /** Waiting requests by owner, the next owner first. */
  const waiting = new Map<string, (() => void)[]>();
  const busy = new Set<string>();

  function next(): void {
    for (const [owner, queue] of waiting) {
      if (busy.size >= most) return;
      if (busy.has(owner)) continue;
      const begin = queue.shift() as () => void;
      if (queue.length === 0) waiting.delete(owner);
      busy.add(owner);
      begin();
    }
  }

  function done(owner: string): void {
    busy.delete(owner);
    const queue = waiting.get(owner);
    if (queue && waiting.delete(owner)) waiting.set(owner, queue); // Last: the others are first.
    next();
  }

  function turn(owner: string): Promise<void> {
    const queue = waiting.get(owner) ?? [];
    return new Promise((resolve) => {
      waiting.set(owner, queue);
      queue.push(resolve);
      next();
    });
  }

  return {
    async take(owner, work) {
      await turn(owner);
      try {
        return await work();
      } finally {
        done(owner);
      }
    },
  };
}

/** The database for work that may be long: each statement waits for the owner's turn. */
export const throughQueue = (db: Queryable, turns: FairQueue, owner: string): Queryable => ({
  rows: (text, values) => turns.take(owner, () => db.rows(text, values)),
});
