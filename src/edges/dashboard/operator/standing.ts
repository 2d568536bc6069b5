import { Type } from "typebox";
import { listGrants, findStanding } from "../../../domain/accounts/standing/queries.ts";
import { decideTier } from "../../../domain/accounts/standing/decide-tier.ts";
import { grantService } from "../../../domain/accounts/standing/grant-service.ts";
import { tierOf, tiers, type Standing } from "../../../domain/accounts/standing/standing.ts";
import { requireAccount } from "../../../domain/accounts/require-account.ts";
import { decideRequest, decideWithEvidence } from "../../../domain/accounts/verification/decide.ts";
import { listVerifications, verificationStates } from "../../../domain/accounts/verification/queries.ts";
import { readEvidence } from "../../../domain/accounts/verification/read-evidence.ts";
import { unknownService } from "../../../domain/catalog/errors.ts";
import { findService } from "../../../domain/catalog/queries.ts";
import { ok } from "../../../http/ok.ts";
import type { Routes } from "../../../http/routes.ts";
import { invalid } from "../../../kit/errors.ts";
import { actorOf, operators } from "../access.ts";
import { customerStanding, shownEvidence, verification } from "../answers/standing.ts";
import { answer, done } from "../answers/shapes.ts";
import type { DashboardDeps } from "../dashboard.ts";
import {
  choice,
  evidence,
  evidenceBodyLimit,
  idParams as params,
  page,
  pageOf,
  reason,
  text,
} from "../schemas.ts";
import { showVerification } from "../show.ts";

const config = { who: operators };
const query = Type.Object({
  before: page.before,
  limit: page.limit,
  state: Type.Optional(choice(verificationStates)),
});
/** `auto`: by age and e-mail address. */
const decidable = [...tiers, "auto"] as const;

/** How well customers are known: their requests, and what the operator decides. */
export function standingRoutes(app: Routes, deps: DashboardDeps): void {
  const { db } = deps;

  app.get(
    "/operator/verifications",
    { config, schema: { querystring: query, response: answer(Type.Array(verification)) } },
    async ({ query: asked }) => {
      const { beforeId, limit } = pageOf(asked);
      const filter = { accountId: null, state: asked.state ?? null, beforeId };
      return ok((await listVerifications(db, filter, limit)).map(showVerification));
    },
  );

  // A POST, because looking is recorded.
  app.post(
    "/operator/verifications/:id/evidence",
    { config, schema: { params, response: answer(shownEvidence) } },
    async (request) => {
      const { note, evidence: file } = await readEvidence(deps, {
        id: request.params.id,
        actor: actorOf(request),
      });
      return ok({ note, file });
    },
  );

  app.post(
    "/operator/verifications/:id/decide",
    {
      config,
      schema: { params, body: Type.Object({ tier: choice([...tiers, "decline"]), reason }), response: done },
    },
    async (request) => {
      const { tier, reason: why } = request.body;
      const decision = { tier: tier === "decline" ? null : tier, reason: why, actor: actorOf(request) };
      await decideRequest(deps, { id: request.params.id, ...decision });
      return ok({});
    },
  );

  app.get(
    "/operator/customers/:id/standing",
    { config, schema: { params, response: answer(customerStanding) } },
    async ({ params: { id } }) => {
      await requireAccount(db, String(id));
      const standing = (await findStanding(db, id)) as Standing;
      const filter = { accountId: id, state: null, beforeId: Number.MAX_SAFE_INTEGER };
      return ok({
        tier: tierOf(standing, deps.settings.limits.standing, deps.clock.now()),
        decided: standing.tier !== null,
        terms_version: standing.termsVersion,
        terms_accepted_at: standing.termsAtMs === null ? null : new Date(standing.termsAtMs).toISOString(),
        grants: (await listGrants(db, id)).map(({ service, name, grantedAt }) => ({
          service,
          name,
          granted_at: grantedAt.toISOString(),
        })),
        verifications: (await listVerifications(db, filter, 20)).map(showVerification),
      });
    },
  );

  app.post(
    "/operator/customers/:id/tier",
    {
      config,
      bodyLimit: evidenceBodyLimit,
      schema: {
        params,
        body: Type.Object({ tier: choice(decidable), reason, file: Type.Optional(evidence) }),
        response: done,
      },
    },
    async (request) => {
      const { tier, reason: why, file } = request.body;
      const whose = { accountId: request.params.id, reason: why, actor: actorOf(request) };
      if (file && tier === "auto") throw invalid("tier", "Evidence goes with a tier, not with auto.");
      if (file && tier !== "auto") await decideWithEvidence(deps, { ...whose, tier, evidence: file });
      else await decideTier(deps, { ...whose, tier: tier === "auto" ? null : tier });
      return ok({});
    },
  );

  for (const [verb, granted] of [
    ["grant", true],
    ["ungrant", false],
  ] as const) {
    app.post(
      `/operator/customers/:id/${verb}`,
      { config, schema: { params, body: Type.Object({ service: text(1, 64), reason }), response: done } },
      async (request) => {
        const { service: name, reason: why } = request.body;
        const service = await findService(db, name.toLowerCase());
        if (!service) throw unknownService(name);
        const whose = { accountId: request.params.id, reason: why, actor: actorOf(request) };
        await grantService(deps, { ...whose, service, granted });
        return ok({});
      },
    );
  }
}
