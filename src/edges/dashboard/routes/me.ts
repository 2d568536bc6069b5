import { Type } from "typebox";
import { changeEmail, resendConfirmation } from "../../../domain/members/change-email.ts";
import { changePassword } from "../../../domain/members/change-password.ts";
import { confirmEmail } from "../../../domain/members/confirm-email.ts";
import { forgotPassword, resetPassword } from "../../../domain/members/reset-password.ts";
import { actorOf } from "../access.ts";
import { deviceOf } from "../cookie.ts";
import { refuseForgery } from "../csrf.ts";
import { ok, type Dashboard, type DashboardDeps } from "../dashboard.ts";
import { email, password, token } from "../schemas.ts";
import { mailOf, showSigned } from "../show.ts";

/** A member's own address and password. */
export function meRoutes(app: Dashboard, deps: DashboardDeps): void {
  const mail = mailOf(deps.settings);
  const config = { who: "member" } as const;
  const open = {
    config: { who: "anyone" },
    preValidation: async (request: Parameters<typeof refuseForgery>[0]) =>
      refuseForgery(request, deps.publicBaseUrl()),
  } as const;

  app.get("/me", { config }, async ({ signed }) => ok({ ...showSigned(signed), mail }));

  app.post("/email/confirm", { ...open, schema: { body: Type.Object({ token }) } }, async ({ body }) =>
    ok(await confirmEmail(deps, body.token)),
  );

  app.post("/email/resend", { config }, async ({ signed }) => {
    await resendConfirmation(deps, signed.memberId);
    return ok({ mail });
  });

  app.post(
    "/email/change",
    { config, schema: { body: Type.Object({ password, email }) } },
    async (request) => {
      const { memberId } = request.signed;
      await changeEmail(deps, { ...request.body, memberId, actor: actorOf(request) });
      return ok({ mail });
    },
  );

  app.post("/password/forgot", { ...open, schema: { body: Type.Object({ email }) } }, async (request) => {
    await forgotPassword(deps, request.body.email, deviceOf(request).ip);
    return ok({ mail });
  });

  app.post(
    "/password/reset",
    { ...open, schema: { body: Type.Object({ token, password }) } },
    async ({ body }) => {
      await resetPassword(deps, body);
      return ok({});
    },
  );

  app.post(
    "/password/change",
    { config, schema: { body: Type.Object({ current: password, password }) } },
    async (request) => {
      const { memberId, sessionId } = request.signed;
      await changePassword(deps, { ...request.body, memberId, sessionId, actor: actorOf(request) });
      return ok({});
    },
  );
}
