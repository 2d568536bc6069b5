import { Type, type Static } from "typebox";
import { decide } from "../../../domain/cases/abuse/decide.ts";
import { reviewCase, type ReviewedCase } from "../../../domain/cases/abuse/review-case.ts";
import { countReports, listReports, type ReportFilter } from "../../../domain/cases/abuse/queries.ts";
import { categories, outcomes, reportStates } from "../../../domain/cases/abuse/report.ts";
import { ok } from "../../../http/ok.ts";
import type { Routes } from "../../../http/routes.ts";
import { actorOf, operators } from "../access.ts";
import { listedReport, operatorCase, type OperatorCase } from "../answers/cases.ts";
import { answer, done, totals } from "../answers/shapes.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { choice, id, idParams as params, page, pageOf, period, periodOf, sort, text } from "../schemas.ts";
import { showCaseFields } from "../show-case.ts";
import { showCount, timeOrNull } from "../show.ts";

const config = { who: operators };
const query = Type.Object({
  ...page,
  ...period,
  sort,
  state: Type.Optional(choice(reportStates)),
  category: Type.Optional(choice(categories)),
  q: Type.Optional(text(1, 60)),
});
const reasons = Type.Optional(text(1, 5000));
const decision = Type.Object({
  outcome: choice(outcomes),
  account_id: Type.Optional(id),
  to_reporter: reasons,
  to_customer: reasons,
});

/** Reports of abuse, for the operator who decides them. */
export function reportRoutes(app: Routes, deps: DashboardDeps): void {
  const { db } = deps;

  app.get(
    "/operator/reports",
    { config, schema: { querystring: query, response: answer(Type.Array(listedReport)) } },
    async (request) => {
      const reports = await listReports(db, filterOf(request.query), pageOf(request.query).limit);
      return ok(
        reports.map(({ accountId, account, ...report }) => ({
          ...showCaseFields(report),
          account_id: accountId,
          account,
        })),
      );
    },
  );

  app.get(
    "/operator/reports/totals",
    { config, schema: { querystring: query, response: answer(totals) } },
    async (request) => ok(showCount(await countReports(db, filterOf(request.query)))),
  );

  app.get(
    "/operator/reports/:id",
    { config, schema: { params, response: answer(operatorCase) } },
    async (request) => ok(showReviewed(await reviewCase(deps, request.params.id))),
  );

  app.post(
    "/operator/reports/:id/decide",
    { config, schema: { params, body: decision, response: done } },
    async (request) => {
      const {
        outcome,
        account_id: accountId,
        to_reporter: toReporter,
        to_customer: toCustomer,
      } = request.body;
      await decide(deps, {
        id: request.params.id,
        outcome,
        account: accountId === undefined ? null : String(accountId),
        toReporter: toReporter ?? null,
        toCustomer: toCustomer ?? null,
        actor: actorOf(request),
      });
      return ok({});
    },
  );
}

const filterOf = (asked: Static<typeof query>): ReportFilter => ({
  beforeId: pageOf(asked).beforeId,
  state: asked.state ?? null,
  category: asked.category ?? null,
  q: asked.q?.replaceAll(/[+ ]/g, "") ?? null,
  ...periodOf(asked),
  ...(asked.sort ? { sort: asked.sort } : {}),
});

const showReviewed = ({
  accountId,
  account,
  email,
  entries,
  appellants,
  ownNumber,
  holders,
  ...report
}: ReviewedCase): OperatorCase => ({
  ...showCaseFields(report),
  email,
  account_id: accountId,
  account,
  appellants,
  own_number: ownNumber && {
    id: ownNumber.id,
    retired_at: timeOrNull(ownNumber.retiredAt),
    out_by_case: ownNumber.isOutByCase,
  },
  holders: holders.map(({ accountId: holderId, account: name, orderId, service, from, to, atTheTime }) => ({
    account_id: holderId,
    account: name,
    order_id: String(orderId),
    service,
    from: from.toISOString(),
    to: timeOrNull(to),
    at_the_time: atTheTime,
  })),
  steps: entries.map(({ at, kind, side, outcome, words }) => ({
    at: at.toISOString(),
    kind,
    side,
    outcome,
    text: words?.text ?? null,
    to_reporter: words?.toReporter ?? null,
    to_customer: words?.toCustomer ?? null,
  })),
});
