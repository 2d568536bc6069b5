import type { Registry } from "prom-client";
import { addCollected, type Value } from "./collected.ts";

/** Counts one value. */
export type Observe = (value: number) => void;

interface Child {
  labels: Record<string, string>;
  /** How many were at most as high as each bound, and higher than the one before. */
  counts: number[];
  sum: number;
  count: number;
}

/**
 * A histogram that costs little where every request passes: the library's own checks and hashes its labels at every
 * value. Returns what finds the counter of some labels; whoever counts often keeps it.
 */
export function addHistogram(
  registry: Registry,
  { name, help, bounds }: { name: string; help: string; bounds: number[] },
): (labels: Record<string, string>) => Observe {
  const children = new Map<string, Child>();
  const read = (): Value[] => [...children.values()].flatMap(linesOf(bounds));
  addCollected(registry, [{ name, help, type: "histogram", read }]);
  return (labels) => {
    const id = JSON.stringify(labels);
    const child = children.get(id) ?? { labels, counts: bounds.map(() => 0), sum: 0, count: 0 };
    children.set(id, child);
    return (value) => {
      child.sum += value;
      child.count++;
      let place = 0;
      while (place < bounds.length && value > (bounds[place] as number)) place++;
      if (place < bounds.length) child.counts[place] = (child.counts[place] as number) + 1;
    };
  };
}

/** As Prometheus wants it: each bucket counts those below it too. */
const linesOf =
  (bounds: number[]) =>
  ({ labels, counts, sum, count }: Child): Value[] => {
    let below = 0;
    const buckets = bounds.map((bound, place) => {
      below += counts[place] ?? 0;
      return { labels: { le: String(bound), ...labels }, value: below, part: "_bucket" };
    });
    return [
      ...buckets,
      { labels: { le: "+Inf", ...labels }, value: count, part: "_bucket" },
      { labels, value: sum, part: "_sum" },
      { labels, value: count, part: "_count" },
    ];
  };
