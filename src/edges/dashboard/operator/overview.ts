import { countUnmatched } from "../../../domain/messages/sql.ts";
import { listSourceFigures } from "../../../domain/operations/sql.ts";
import { readOverview } from "../../../domain/reports/overview.ts";
import type { Figures } from "../../../domain/reports/sql.ts";
import { moneyJson } from "../../../kit/money.ts";
import { operators } from "../access.ts";
import { ok, type Dashboard, type DashboardDeps } from "../dashboard.ts";
import { showJob, showSource } from "./show.ts";

export function overviewRoute(app: Dashboard, deps: DashboardDeps): void {
  app.get("/operator/overview", { config: { who: operators } }, async () => {
    const { today, yesterday, hours, table } = await readOverview(deps);
    const midnight = new Date(deps.clock.now().toISOString().slice(0, 10));
    return ok({
      currency: deps.settings.currency,
      today: show(today),
      yesterday: show(yesterday),
      hours: hours.map(({ hour, ...figures }) => ({ hour: hour.toISOString(), ...show(figures) })),
      table: table.map(({ service, name, poolId, pool, ...figures }) => ({
        service,
        name,
        pool_id: poolId,
        pool,
        ...show(figures),
      })),
      sources: (await listSourceFigures(deps.db, midnight)).map(showSource),
      unmatched: await countUnmatched(deps.db),
      jobs: deps.jobRuns().map(showJob),
    });
  });
}

/** Rates are of the orders that ended, `n`, which is told with them. */
function show({ orders, delivered, failed, revenueMinor, medianSeconds }: Figures): object {
  const n = delivered + failed;
  return {
    orders,
    delivered,
    failed,
    n,
    success: n === 0 ? null : Math.round((100 * delivered) / n),
    revenue: moneyJson(revenueMinor),
    median_seconds: medianSeconds === null ? null : Math.round(medianSeconds),
  };
}
