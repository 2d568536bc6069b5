/** Counts concurrent work by owner. */
export interface Seats {
  /** Takes a seat; returns a function that frees it, to be called once. Null: all are taken. */
  enter(owner: string): (() => void) | null;
}

/** @param most seats of one owner */
export function createSeats(most: number): Seats {
  const taken = new Map<string, number>();
  return {
    enter(owner) {
      const before = taken.get(owner) ?? 0;
      if (before >= most) return null;
      taken.set(owner, before + 1);
      return () => {
        const left = (taken.get(owner) ?? 1) - 1;
        if (left === 0) taken.delete(owner);
        else taken.set(owner, left);
      };
    },
  };
}
