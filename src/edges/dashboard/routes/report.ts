import { Type } from "typebox";
import { appealAsReporter } from "../../../domain/cases/abuse/appeal.ts";
import { fileReport } from "../../../domain/cases/abuse/file-report.ts";
import { readReportersCase } from "../../../domain/cases/abuse/read-case.ts";
import { aReporter, categories } from "../../../domain/cases/abuse/report.ts";
import { ok } from "../../../http/ok.ts";
import { readTime } from "../../../http/parameters.ts";
import type { Routes } from "../../../http/routes.ts";
import { reportForm, reportReceipt, sideOfCase } from "../answers/cases.ts";
import { answer, done } from "../answers/shapes.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { choice, email, text, timeText, token } from "../schemas.ts";
import { showSide } from "../show-case.ts";

const config = { who: "anyone" } as const;
/** Of a report or an appeal. */
export const words = text(1, 5000);

const report = Type.Object({
  number: text(1, 60),
  category: choice(categories),
  text: words,
  happened_at: Type.Optional(timeText),
  email: Type.Optional(email),
});

/** Reports of abuse by anyone, and what their reporters follow with a secret link. */
export function publicReportRoutes(app: Routes, deps: DashboardDeps): void {
  const { mailbox, decisionDays, appealDays } = deps.caseRules;

  app.get("/report", { config, schema: { response: answer(reportForm) } }, async () =>
    ok({ mailbox, decision_days: decisionDays, appeal_days: appealDays }),
  );

  app.post(
    "/report",
    { config, schema: { body: report, response: answer(reportReceipt) } },
    async (request) => {
      const { happened_at: happened, email: address, ...given } = request.body;
      const { name, link, dueAt } = await fileReport(deps, {
        ...given,
        happenedAt: happened === undefined ? null : readTime("happened_at", happened),
        email: address ?? null,
        address: request.clientAddress,
        actor: aReporter,
      });
      return ok({ name, link, due_at: dueAt.toISOString() });
    },
  );

  // A POST, because the token of the link must not be in an address.
  app.post(
    "/report/case",
    { config, schema: { body: Type.Object({ token }), response: answer(sideOfCase) } },
    async (request) => ok(showSide(await readReportersCase(deps, request.body.token))),
  );

  app.post(
    "/report/appeal",
    { config, schema: { body: Type.Object({ token, text: words }), response: done } },
    async (request) => {
      await appealAsReporter(deps, request.body);
      return ok({});
    },
  );
}
