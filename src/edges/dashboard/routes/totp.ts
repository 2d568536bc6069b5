import { Type } from "typebox";
import { disableTotp } from "../../../domain/members/disable-totp.ts";
import { beginTotp, enableTotp } from "../../../domain/members/enable-totp.ts";
import { actorOf } from "../access.ts";
import { ok, type Dashboard, type DashboardDeps } from "../dashboard.ts";
import { password, text } from "../schemas.ts";

const code = text(1, 40, "be the code of your authenticator");
const config = { who: "member" } as const;

/** Two-factor sign-in. */
export function totpRoutes(app: Dashboard, deps: DashboardDeps): void {
  app.post("/totp/begin", { config }, async ({ signed }) => ok(await beginTotp(deps, signed.memberId)));

  app.post("/totp/enable", { config, schema: { body: Type.Object({ code }) } }, async (request) => {
    const { memberId, sessionId } = request.signed;
    const input = { ...request.body, memberId, sessionId, actor: actorOf(request) };
    return ok({ recovery_codes: await enableTotp(deps, input) });
  });

  app.post(
    "/totp/disable",
    { config, schema: { body: Type.Object({ password, code }) } },
    async (request) => {
      const { memberId, sessionId } = request.signed;
      await disableTotp(deps, { ...request.body, memberId, sessionId, actor: actorOf(request) });
      return ok({});
    },
  );
}
