import type { Registry } from "prom-client";
import { cached } from "../kit/cache.ts";
import type { Deps } from "../domain/deps.ts";
import { readLineCounts, readMetrics, readSourceAges } from "../domain/monitoring/read-metrics.ts";
import { addCollected } from "../http/metrics/collected.ts";
import { processMetrics, type ProcessState } from "../http/metrics/process-metrics.ts";
import { shopMetrics } from "../http/metrics/shop-metrics.ts";
import { version } from "../kit/version.ts";

const figuresSeconds = 10;
const sourcesSeconds = 60;

/** Metrics that are read on request; frequent requests must not load the database. */
export function addCollectedMetrics(
  registry: Registry,
  deps: Pick<Deps, "db" | "clock">,
  state: Omit<ProcessState, "version" | "connections">,
): void {
  const figures = cached(() => readMetrics(deps), figuresSeconds * 1000);
  const sources = cached(() => readSourceAges(deps), sourcesSeconds * 1000);
  const lines = cached(() => readLineCounts(deps), sourcesSeconds * 1000);
  addCollected(registry, [
    ...processMetrics({ ...state, version, connections: () => deps.db.connections() }),
    ...shopMetrics({
      figures: () => figures(undefined),
      sources: () => sources(undefined),
      lines: () => lines(undefined),
    }),
  ]);
}
