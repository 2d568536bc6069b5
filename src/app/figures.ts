import type { Registry } from "prom-client";
import { remember } from "../kit/remember.ts";
import type { Deps } from "../domain/deps.ts";
import { readFigures, readSourceAges } from "../domain/monitoring/read-figures.ts";
import { addFigures } from "../http/metrics/figure.ts";
import { processFigures, type ProcessState } from "../http/metrics/process-figures.ts";
import { shopFigures } from "../http/metrics/shop-figures.ts";
import { version } from "../version.ts";

const figuresSeconds = 10;
const sourcesSeconds = 60;

/** The figures that are read when they are asked for; whoever asks often must not burden the database by it. */
export function addReadFigures(
  registry: Registry,
  deps: Pick<Deps, "db" | "clock">,
  state: Omit<ProcessState, "version" | "connections">,
): void {
  const figures = remember(() => readFigures(deps), figuresSeconds * 1000);
  const sources = remember(() => readSourceAges(deps), sourcesSeconds * 1000);
  addFigures(registry, [
    ...processFigures({ ...state, version, connections: () => deps.db.connections() }),
    ...shopFigures({ figures: () => figures(undefined), sources: () => sources(undefined) }),
  ]);
}
