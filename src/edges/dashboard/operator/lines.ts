import { Type } from "typebox";
import { bringLineUp, takeLineDown } from "../../../domain/lines/change-line.ts";
import { stateOf, type Line as ListedLine } from "../../../domain/lines/line.ts";
import { listLines } from "../../../domain/lines/queries.ts";
import { ok } from "../../../http/ok.ts";
import type { Routes } from "../../../http/routes.ts";
import { actorOf, operators } from "../access.ts";
import { lines, type Line } from "../answers/operator/lines.ts";
import { answer, done } from "../answers/shapes.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { idParams as params, reason } from "../schemas.ts";
import { timeOrNull } from "../show.ts";

const config = { who: operators };
const body = Type.Object({ reason });

/** The lines that numbers are heard through. */
export function lineRoutes(app: Routes, deps: DashboardDeps): void {
  app.get("/operator/lines", { config, schema: { response: answer(lines) } }, async () => {
    const at = deps.clock.now();
    return ok((await listLines(deps.db, at)).map((line) => show(line, at)));
  });

  for (const [path, change] of [
    ["down", takeLineDown],
    ["up", bringLineUp],
  ] as const)
    app.post(
      `/operator/lines/:id/${path}`,
      { config, schema: { params, body, response: done } },
      async (request) => {
        await change(deps, {
          id: request.params.id,
          reason: request.body.reason,
          actor: actorOf(request),
        });
        return ok({});
      },
    );
}

const show = (line: ListedLine, at: Date): Line => ({
  id: line.id,
  source: { id: line.sourceId, name: line.sourceName },
  name: line.name,
  state: stateOf(line, at),
  heard_at: timeOrNull(line.heardAt),
  down_since: timeOrNull(line.downSince),
  down_reason: line.downReason,
  usual_gap_seconds: line.usualGapSeconds,
  numbers: line.numbers,
  messages_hour: line.messagesHour,
  messages_day: line.messagesDay,
  lag_seconds: line.lagSeconds,
  longest_lag_seconds: line.longestLagSeconds,
});
