export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const quantile = (sorted: number[], part: number): number =>
  sorted[Math.floor((sorted.length - 1) * part)] ?? 0;

/**
 * Medians of the results of two pieces of work, mostly the milliseconds that they took, and the spread of one. They
 * run alternately, so that other load on the machine affects both.
 */
export async function compare(
  rounds: number,
  left: () => Promise<number>,
  right: () => Promise<number>,
): Promise<{ left: number; right: number; spread: number }> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    for (const side of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const))
      times[side].push(await (side === 0 ? left : right)());
  }
  const [a, b] = times.map((list) => list.toSorted((x, y) => x - y)) as [number[], number[]];
  const spread = Math.max(...[a, b].map((sorted) => quantile(sorted, 0.9) - quantile(sorted, 0.1)));
  return { left: quantile(a, 0.5), right: quantile(b, 0.5), spread };
}
