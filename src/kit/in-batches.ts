/**
 * Repeats work that handles at most `limit` rows and returns how many there were, until nothing is left: a backlog
 * must not become one endless statement. Returns how many there were in all.
 */
export async function inBatches(limit: number, work: (limit: number) => Promise<number>): Promise<number> {
  for (let total = 0; ;) {
    const done = await work(limit);
    total += done;
    if (done < limit) return total;
  }
}
