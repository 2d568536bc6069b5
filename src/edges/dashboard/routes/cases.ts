import { Type } from "typebox";
import { appealAsCustomer } from "../../../domain/cases/abuse/appeal.ts";
import { readCustomersCases } from "../../../domain/cases/abuse/read-case.ts";
import { readToldRequests, type ToldRequest } from "../../../domain/cases/requests/read-told.ts";
import { ok } from "../../../http/ok.ts";
import type { Routes } from "../../../http/routes.ts";
import { accountOf, actorOf, owners } from "../access.ts";
import { toldRequest, type ToldRequest as Shown } from "../answers/requests.ts";
import { sideOfCase } from "../answers/cases.ts";
import { answer, done } from "../answers/shapes.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { idParams as params } from "../schemas.ts";
import { showSide } from "../show-case.ts";
import { words } from "./report.ts";

const config = { who: owners };

/** Decisions about the account, and appeals against them. */
export function caseRoutes(app: Routes, deps: DashboardDeps): void {
  app.get("/cases", { config, schema: { response: answer(Type.Array(sideOfCase)) } }, async (request) =>
    ok((await readCustomersCases(deps, accountOf(request).id)).map(showSide)),
  );

  // Only those that the account was told of.
  app.get(
    "/cases/requests",
    { config, schema: { response: answer(Type.Array(toldRequest)) } },
    async (request) => ok((await readToldRequests(deps.db, accountOf(request).id)).map(showTold)),
  );

  app.post(
    "/cases/:id/appeal",
    {
      config: { ...config, whenSuspended: true },
      schema: { params, body: Type.Object({ text: words }), response: done },
    },
    async (request) => {
      const { id } = request.params;
      const accountId = accountOf(request).id;
      await appealAsCustomer(deps, { id, accountId, text: request.body.text, actor: actorOf(request) });
      return ok({});
    },
  );
}

const showTold = ({ legalBasis, from, to, noticedAt, ...told }: ToldRequest): Shown => ({
  ...told,
  legal_basis: legalBasis,
  from: from.toISOString(),
  to: to.toISOString(),
  noticed_at: noticedAt.toISOString(),
});
