import { Type, type Static } from "typebox";
import { removePolicy, setPolicy } from "../../../domain/catalog/policies/change-policy.ts";
import { policyRules, policyTiers, type PolicyScope } from "../../../domain/catalog/policies/policy.ts";
import { listCategories, listPolicies } from "../../../domain/catalog/policies/queries.ts";
import { ok } from "../../../http/ok.ts";
import type { Routes } from "../../../http/routes.ts";
import { actorOf, operators } from "../access.ts";
import { policies } from "../answers/operator/services.ts";
import { answer, done } from "../answers/shapes.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { choice, countryText, reason, text } from "../schemas.ts";

const config = { who: operators };
const scope = {
  service: Type.Optional(text(1, 64)),
  category: Type.Optional(text(1, 64)),
  country: Type.Optional(countryText),
  reason,
};
const days = Type.Integer({ minimum: 0, maximum: 3650 });
const policy = Type.Object({
  ...scope,
  rule: choice(policyRules),
  tier: Type.Optional(choice(policyTiers)),
  min_age_days: Type.Optional(days),
});
const dropped = Type.Object(scope);

const scopeOf = ({ service, category, country }: Static<typeof dropped>): PolicyScope => ({
  service: service ?? null,
  category: category ?? null,
  country: country ?? null,
});

/** Who may rent which service, by category, by name, and by country. */
export function policyRoutes(app: Routes, deps: DashboardDeps): void {
  app.get("/operator/policies", { config, schema: { response: answer(policies) } }, async () =>
    ok({
      categories: await listCategories(deps.db),
      sanctioned: [...deps.rules.sanctioned],
      policies: (await listPolicies(deps.db)).map(({ minAgeDays, ...line }) => ({
        ...line,
        min_age_days: minAgeDays,
      })),
    }),
  );

  app.post("/operator/policies", { config, schema: { body: policy, response: done } }, async (request) => {
    const { rule, tier = null, min_age_days: minAgeDays = 0, ...where } = request.body;
    const change = { scope: scopeOf(where), reason: where.reason, actor: actorOf(request) };
    await setPolicy(deps, { ...change, rule, tier, minAgeDays });
    return ok({});
  });

  app.post(
    "/operator/policies/drop",
    { config, schema: { body: dropped, response: done } },
    async (request) => {
      const change = { scope: scopeOf(request.body), reason: request.body.reason, actor: actorOf(request) };
      await removePolicy(deps, change);
      return ok({});
    },
  );
}
