import type { Metric, Registry } from "prom-client";

/** One line of a metric; `part` names a part of a histogram (`_bucket`, `_count`). */
export interface Value {
  labels?: Record<string, string>;
  value: number;
  part?: string;
}

/** A metric whose values are read on request from wherever they are kept. */
export interface Collected {
  name: string;
  type: "gauge" | "counter" | "histogram";
  help: string;
  read: () => Value[] | Promise<Value[]>;
}

/**
 * Adds metrics whose values are kept elsewhere, in the database or in a part of this process. The library's own
 * classes hold their values themselves; this is all it requires of a metric.
 */
export function addCollected(registry: Registry, figures: Collected[]): void {
  for (const { name, type, help, read } of figures) {
    const get = async (): Promise<object> => ({
      name,
      type,
      help,
      aggregator: "first",
      values: (await read()).map(({ labels = {}, value, part }) => ({
        labels,
        value,
        ...(part ? { metricName: name + part } : {}),
      })),
    });
    registry.registerMetric({ name, get } as unknown as Metric);
  }
}

export const one = (value: number | null): Value[] => (value === null ? [] : [{ value }]);
export const flag = (value: boolean): Value[] => [{ value: value ? 1 : 0 }];
