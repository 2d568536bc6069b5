/** Limits how much of each owner's work runs at once. */
export interface ConcurrencyLimit {
  /** Returns a function that ends this piece of work, to be called once; null if the owner has too much running. */
  enter(owner: string): (() => void) | null;
}

/** @param most how many pieces of one owner's work may run at once */
export function createConcurrencyLimit(most: number): ConcurrencyLimit {
  const running = new Map<string, number>();
  return {
    enter(owner) {
      const before = running.get(owner) ?? 0;
      if (before >= most) return null;
      running.set(owner, before + 1);
      return () => {
        const left = (running.get(owner) ?? 1) - 1;
        if (left === 0) running.delete(owner);
        else running.set(owner, left);
      };
    },
  };
}
