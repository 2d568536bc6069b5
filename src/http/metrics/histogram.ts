import type { Registry } from "prom-client";
import { addCollected, type Value } from "./collected.ts";

/** Counts one value. */
export type Observe = (value: number) => void;

interface Child {
  labels: Record<string, string>;
  /** The number of values that were at most each bound, and above the previous one. */
  counts: number[];
  sum: number;
  count: number;
}

/**
 * A cheap histogram for code that every request runs: the library's own validates and hashes its labels for every
 * value. Returns a function that finds the counter for some labels; frequent callers keep that counter.
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

/** As Prometheus defines it: each bucket includes the lower ones. */
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
