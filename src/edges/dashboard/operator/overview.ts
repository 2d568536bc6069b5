import { countWaitingReports } from "../../../domain/cases/abuse/queries.ts";
import { countWaitingRequests } from "../../../domain/cases/requests/queries.ts";
import { countUnmatched } from "../../../domain/messages/inbox/queries.ts";
import { countWaitingLetters } from "../../../domain/mail/queries.ts";
import { countStates } from "../../../domain/lines/count-states.ts";
import { countSilentNumbers } from "../../../domain/numbers/inventory/queries.ts";
import { listSourceFigures } from "../../../domain/sources/queries.ts";
import { listSupplierFigures } from "../../../domain/suppliers/queries.ts";
import { readOverview } from "../../../domain/reports/overview.ts";
import type { Figures } from "../../../domain/reports/queries.ts";
import { secondsAfter } from "../../../kit/clock.ts";
import { moneyJson } from "../../../kit/money.ts";
import { operators } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { showJob, showSource, showSupplier } from "./show.ts";
import { overview, type Figures as ShownFigures } from "../answers/operator/overview.ts";
import { answer } from "../answers/shapes.ts";

const daySeconds = 86_400;
/** How far back we look for messages for a number before it counts as silent. */
export const silentDays = 7;

export function overviewRoute(app: Routes, deps: DashboardDeps): void {
  app.get(
    "/operator/overview",
    { config: { who: operators, compress: true }, schema: { response: answer(overview) } },
    async () => {
      const { today, yesterday, hours, table } = await readOverview(deps);
      const at = deps.clock.now();
      const midnight = new Date(at.toISOString().slice(0, 10));
      const { db } = deps;
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
        since: { today: midnight.toISOString(), table: secondsAfter(at, -daySeconds).toISOString() },
        sources: (await listSourceFigures(db, midnight)).map(showSource),
        suppliers: (await listSupplierFigures(db, secondsAfter(at, -silentDays * daySeconds))).map(
          showSupplier,
        ),
        unmatched: await countUnmatched(db),
        silent_numbers: await countSilentNumbers(db, secondsAfter(at, -silentDays * daySeconds)),
        lines: await countStates(db, at),
        reports: await countWaitingReports(db, at),
        requests: showWaiting(await countWaitingRequests(db, at)),
        letters: await countWaitingLetters(db, deps.clock.now()),
        jobs: deps.jobRuns().map(showJob),
      });
    },
  );
}

const showWaiting = ({ open, noticesDue }: { open: number; noticesDue: number }) => ({
  open,
  notices_due: noticesDue,
});

/** Rates are relative to the orders that ended, `n`, which is included. */
function show({ orders, delivered, failed, revenueMinor, costMinor, medianSeconds }: Figures): ShownFigures {
  const n = delivered + failed;
  return {
    orders,
    delivered,
    failed,
    n,
    success: n === 0 ? null : Math.round((100 * delivered) / n),
    revenue: moneyJson(revenueMinor),
    margin: moneyJson(revenueMinor - costMinor),
    median_seconds: medianSeconds === null ? null : Math.round(medianSeconds),
  };
}
