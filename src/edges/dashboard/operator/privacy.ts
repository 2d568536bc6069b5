import { Type, type Static } from "typebox";
import { listErasures, type Erasure } from "../../../domain/erasures/queries.ts";
import { readRecord, recordAsTable } from "../../../domain/privacy/record.ts";
import { readRetention } from "../../../domain/privacy/retention.ts";
import { ok } from "../../../http/ok.ts";
import type { Routes } from "../../../http/routes.ts";
import { operators } from "../access.ts";
import { activity, erasure, retained } from "../answers/operator/privacy.ts";
import { answer, answerOrCsv } from "../answers/shapes.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { format, period, periodOf } from "../schemas.ts";
import { sendCsv } from "../send-csv.ts";
import { timeOrNull } from "../show.ts";

const config = { who: operators };
const recordQuery = Type.Object({ format });
const erasureQuery = Type.Object({ ...period, format });

/** Data protection: what is done with data about people, for how long it is kept, and what was erased. */
export function privacyRoutes(app: Routes, deps: DashboardDeps): void {
  const { db } = deps;

  app.get(
    "/operator/privacy/record",
    { config, schema: { querystring: recordQuery, response: answerOrCsv(Type.Array(activity)) } },
    async (request, reply) => {
      const record = await readRecord(db);
      if (request.query.format !== "csv") return ok(record.activities);
      return sendCsv(reply, "record-of-processing.csv", each(recordAsTable(record)));
    },
  );

  app.get(
    "/operator/privacy/retention",
    { config, schema: { response: answer(Type.Array(retained)) } },
    async () => {
      const rules = await readRetention(deps, deps.settings.retention);
      return ok(
        rules.map(({ kind, what, rule, due, isMore, firstDueAt }) => ({
          kind,
          what,
          rule,
          due,
          more: isMore,
          first_due_at: timeOrNull(firstDueAt),
        })),
      );
    },
  );

  app.get(
    "/operator/privacy/erasures",
    { config, schema: { querystring: erasureQuery, response: answerOrCsv(Type.Array(erasure)) } },
    async (request, reply) => {
      const erasures = await listErasures(db, daysOf(request.query));
      if (request.query.format !== "csv") return ok(erasures);
      return sendCsv(reply, "erasures.csv", each(asTable(erasures)));
    },
  );
}

function daysOf(asked: Static<typeof erasureQuery>): { from: string | null; to: string | null } {
  const { from, to } = periodOf(asked);
  const dayOf = (at: Date | null): string | null => at && at.toISOString().slice(0, 10);
  return { from: dayOf(from), to: dayOf(to) };
}

function* asTable(erasures: Erasure[]): Generator<unknown[]> {
  yield ["day", "kind", "erased"];
  for (const { day, kind, erased } of erasures) yield [day, kind, erased];
}

async function* each<T>(rows: Iterable<T>): AsyncGenerator<T> {
  yield* rows;
}
