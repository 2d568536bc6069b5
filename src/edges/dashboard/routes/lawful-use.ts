import { Type } from "typebox";
import { acceptTerms } from "../../../domain/accounts/standing/accept-terms.ts";
import { findStanding } from "../../../domain/accounts/standing/queries.ts";
import { areTermsDue, termsDueAt, type Standing } from "../../../domain/accounts/standing/standing.ts";
import { terms } from "../../../domain/accounts/terms.ts";
import { ok } from "../../../http/ok.ts";
import type { Routes } from "../../../http/routes.ts";
import { accountOf, actorOf, everyRole, owners } from "../access.ts";
import { lawfulUse } from "../answers/standing.ts";
import { answer, done } from "../answers/shapes.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { text } from "../schemas.ts";

/** The statement on lawful use: whether the account has accepted it, and accepting it. */
export function lawfulUseRoutes(app: Routes, deps: DashboardDeps): void {
  const { standing: rules } = deps.settings.limits;

  app.get(
    "/lawful-use",
    { config: { who: everyRole }, schema: { response: answer(lawfulUse) } },
    async (request) => {
      const standing = (await findStanding(deps.db, accountOf(request).id)) as Standing;
      const { termsVersion, termsAtMs } = standing;
      return ok({
        version: rules.termsVersion,
        text: terms.text,
        accepted_version: termsVersion,
        accepted_at: termsAtMs === null ? null : new Date(termsAtMs).toISOString(),
        due_at: termsDueAt(standing, rules)?.toISOString() ?? null,
        due: areTermsDue(standing, rules, deps.clock.now()),
      });
    },
  );

  app.post(
    "/lawful-use",
    {
      config: { who: owners },
      schema: { body: Type.Object({ accepted_terms: text(0, 100) }), response: done },
    },
    async (request) => {
      const version = request.body.accepted_terms;
      const detail = { ip: request.clientAddress };
      const whose = { accountId: accountOf(request).id, actor: actorOf(request) };
      await acceptTerms(deps, { version, current: rules.termsVersion, detail, ...whose });
      return ok({});
    },
  );
}
