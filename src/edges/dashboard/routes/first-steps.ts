import { findAccountSteps, findServerSteps } from "../../../domain/reports/queries.ts";
import { accountOf, everyRole, operators } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { accountSteps, serverSteps } from "../answers/first-steps.ts";
import { answer } from "../answers/shapes.ts";

/** What somebody new does first: the steps tick themselves from what is stored. */
export function firstStepRoutes(app: Routes, { db }: DashboardDeps): void {
  app.get(
    "/first-steps",
    { config: { who: everyRole }, schema: { response: answer(accountSteps) } },
    async (request) => {
      const { key, sandboxCode, liveCode } = await findAccountSteps(db, accountOf(request).id);
      return ok({ key, sandbox_code: sandboxCode, live_code: liveCode });
    },
  );

  app.get(
    "/operator/first-steps",
    { config: { who: operators }, schema: { response: answer(serverSteps) } },
    async () => ok(await findServerSteps(db)),
  );
}
