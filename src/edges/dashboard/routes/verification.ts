import { Type } from "typebox";
import { askForTier } from "../../../domain/accounts/verification/ask.ts";
import { listVerifications } from "../../../domain/accounts/verification/queries.ts";
import { ok } from "../../../http/ok.ts";
import type { Routes } from "../../../http/routes.ts";
import { accountOf, everyRole, owners } from "../access.ts";
import { verification } from "../answers/standing.ts";
import { answer, done } from "../answers/shapes.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { choice, evidence, evidenceBodyLimit, text } from "../schemas.ts";
import { showVerification } from "../show.ts";

const mostShown = 50;
const request = Type.Object({
  tier: choice(["email", "verified", "business"]),
  note: text(1, 2000, "say in 1 to 2000 characters who you are, or what you want to rent and why"),
  file: Type.Optional(evidence),
});

/** An account asks the operator for a tier, and sees what became of it. */
export function verificationRoutes(app: Routes, deps: DashboardDeps): void {
  app.get(
    "/verification",
    { config: { who: everyRole }, schema: { response: answer(Type.Array(verification)) } },
    async (asked) => {
      const filter = { accountId: accountOf(asked).id, state: null, beforeId: Number.MAX_SAFE_INTEGER };
      return ok((await listVerifications(deps.db, filter, mostShown)).map(showVerification));
    },
  );

  app.post(
    "/verification",
    {
      config: { who: owners },
      bodyLimit: evidenceBodyLimit,
      schema: { body: request, response: done },
    },
    async (asked) => {
      const { file = null, ...wish } = asked.body;
      const actor = asked.signed.username;
      await askForTier(deps, { ...wish, evidence: file, accountId: accountOf(asked).id, actor });
      return ok({});
    },
  );
}
