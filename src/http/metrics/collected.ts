import type { Metric, Registry } from "prom-client";

/** One line of a figure; `part` names a part of a histogram (`_bucket`, `_count`). */
export interface Value {
  labels?: Record<string, string>;
  value: number;
  part?: string;
}

/** A figure that is read when it is asked for, from wherever it stands. */
export interface Collected {
  name: string;
  type: "gauge" | "counter" | "histogram";
  help: string;
  read: () => Value[] | Promise<Value[]>;
}

/**
 * Adds figures that stand elsewhere already, in the database or in a part of this process. The library's own kinds
 * hold their values themselves; of a metric it asks no more than this.
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
