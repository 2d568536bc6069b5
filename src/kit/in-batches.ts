/**
 * Repeats work that handles at most `limit` rows and returns how many there were, until nothing is left: a backlog
 * must not become one endless statement.
 */
export async function inBatches(limit: number, work: (limit: number) => Promise<number>): Promise<void> {
  while ((await work(limit)) === limit);
}
