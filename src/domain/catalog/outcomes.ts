import type { Outcomes } from "./catalog.ts";

/** Upper bounds, in seconds, of the buckets in which times to the code are counted; the last bucket is open. */
export const secondBounds = [
  1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 90, 120, 180, 300, 600, 1200,
] as const;

/** Below this many orders a rate is meaningless and is not shown. */
export const fewestToJudge = 20;

/** Integer percent, or null if there are too few orders. */
export function successRate({ delivered, failed }: Outcomes): number | null {
  const total = delivered + failed;
  return total < fewestToJudge ? null : Math.round((100 * delivered) / total);
}

/** The time by which a share of the delivered codes arrived, in seconds: the bound of its bucket. */
export function quantileSeconds({ seconds }: Outcomes, share: number): number | null {
  const total = seconds.reduce((sum, count) => sum + count, 0);
  if (total < fewestToJudge) return null;
  let seen = 0;
  const bucket = seconds.findIndex((count) => (seen += count) >= total * share);
  return secondBounds[bucket] ?? secondBounds[secondBounds.length - 1] ?? null;
}

/**
 * The bounds of the true success rate that the outcomes allow, at 95 %: Wilson's score interval (Wilson 1927), which
 * is reliable even for few orders.
 */
export function successInterval({ delivered, failed }: Outcomes): [number, number] {
  const n = delivered + failed;
  if (n === 0) return [0, 1];
  const z = 1.96;
  const p = delivered / n;
  const centre = p + (z * z) / (2 * n);
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return [(centre - spread) / scale, (centre + spread) / scale];
}
