/**
 * Repeats work that takes at most `limit` rows and says how many it took, until nothing is left: what piled up while
 * nobody worked must not be one statement that never ends.
 */
export async function inBatches(limit: number, work: (limit: number) => Promise<number>): Promise<void> {
  while ((await work(limit)) === limit);
}
