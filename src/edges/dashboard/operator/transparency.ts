import { Type, type Static } from "typebox";
import { readTransparency, tableOf } from "../../../domain/reports/transparency/transparency.ts";
import { listWeakened } from "../../../domain/safeguards/list-weakened.ts";
import { invalid } from "../../../kit/errors.ts";
import { ok } from "../../../http/ok.ts";
import { readTime } from "../../../http/parameters.ts";
import type { Routes } from "../../../http/routes.ts";
import { operators } from "../access.ts";
import { transparency } from "../answers/operator/transparency.ts";
import { answerOrCsv } from "../answers/shapes.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { format, text } from "../schemas.ts";
import { sendCsv } from "../send-csv.ts";

const dayText = text(10, 10, "be a day such as 2026-01-31");
const query = Type.Object({ from: dayText, to: dayText, format });

/** The transparency report of a period of whole days (UTC). */
export function transparencyRoute(app: Routes, deps: DashboardDeps): void {
  app.get(
    "/operator/transparency",
    { config: { who: operators }, schema: { querystring: query, response: answerOrCsv(transparency) } },
    async (request, reply) => {
      const report = await readTransparency(deps, periodOf(request.query));
      const weakened = await listWeakened(deps.db, {
        settings: deps.weakenedSettings(),
        maxOpenOrders: deps.settings.limits.maxOpenOrders,
      });
      if (request.query.format === "csv") {
        const name = `transparency-${request.query.from}-${request.query.to}.csv`;
        return sendCsv(reply, name, lines([...tableOf(report, weakened)]));
      }
      const { from, to, erasedByRule, ...figures } = report;
      return ok({
        ...figures,
        from: from.toISOString(),
        to: to.toISOString(),
        erased_by_rule: erasedByRule,
        weakened,
      });
    },
  );
}

function periodOf({ from, to }: Static<typeof query>): { from: Date; to: Date } {
  const period = { from: readTime("from", from), to: readTime("to", to) };
  if (period.from >= period.to) throw invalid("to", "to must be a later day than from: it is not included.");
  return period;
}

async function* lines(rows: unknown[][]): AsyncGenerator<unknown[]> {
  yield ["section", "name", "value"];
  yield* rows;
}
