import { Type } from "typebox";
import { disableTotp } from "../../../domain/members/disable-totp.ts";
import { beginTotp, enableTotp } from "../../../domain/members/enable-totp.ts";
import { actorOf, proofOf } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { code, password, proof } from "../schemas.ts";
import { recoveryCodes, totpSecret } from "../answers/member.ts";
import { answer, done } from "../answers/shapes.ts";

const config = { who: "member" } as const;

/** Two-factor sign-in. */
export function totpRoutes(app: Routes, deps: DashboardDeps): void {
  app.post(
    "/totp/begin",
    { config, schema: { body: Type.Object(proof), response: answer(totpSecret) } },
    async (request) => ok(await beginTotp(deps, proofOf(request, request.body))),
  );

  app.post(
    "/totp/enable",
    { config, schema: { body: Type.Object({ code }), response: answer(recoveryCodes) } },
    async (request) => {
      const { memberId, sessionId } = request.signed;
      const input = { ...request.body, memberId, sessionId, actor: actorOf(request) };
      return ok({ recovery_codes: await enableTotp(deps, input) });
    },
  );

  app.post(
    "/totp/disable",
    { config, schema: { body: Type.Object({ password, code }), response: done } },
    async (request) => {
      await disableTotp(deps, { proof: proofOf(request, request.body), actor: actorOf(request) });
      return ok({});
    },
  );
}
