import { Type } from "typebox";
import { changeEmail, resendConfirmation } from "../../../domain/members/change-email.ts";
import { changePassword } from "../../../domain/members/change-password.ts";
import { confirmEmail } from "../../../domain/recovery/confirm-email.ts";
import { forgotPassword } from "../../../domain/recovery/forgot-password.ts";
import { resetPassword } from "../../../domain/recovery/reset-password.ts";
import { actorOf, proofOf } from "../access.ts";
import { deviceOf, giveDeviceCookie } from "../cookie.ts";
import { refuseForgery } from "../csrf.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { email, password, proof, token } from "../schemas.ts";
import { mailOf, showEnded, showSigned } from "../show.ts";
import { confirmed, mailed, me, reset } from "../answers/member.ts";
import { answer, done } from "../answers/shapes.ts";

/** A member's e-mail address and password. */
export function meRoutes(app: Routes, deps: DashboardDeps): void {
  const mail = mailOf(deps.settings);
  const config = { who: "member" } as const;
  const open = {
    config: { who: "anyone" },
    preValidation: async (request: Parameters<typeof refuseForgery>[0]) =>
      refuseForgery(request, deps.publicBaseUrl()),
  } as const;

  app.get(
    "/me",
    { config: { ...config, withAnyPassword: true }, schema: { response: answer(me) } },
    async ({ signed }) => ok({ ...showSigned(signed), mail }),
  );

  app.post(
    "/email/confirm",
    {
      ...open,
      schema: {
        body: Type.Object({ token, password: Type.Optional(password) }),
        response: answer(confirmed),
      },
    },
    async ({ body, signed = null }) => {
      const { ended, ...address } = await confirmEmail(deps, { ...body, signed });
      return ok({ ...address, ended: ended && showEnded(ended) });
    },
  );

  app.post("/email/resend", { config, schema: { response: answer(mailed) } }, async ({ signed }) => {
    await resendConfirmation(deps, signed.memberId);
    return ok({ mail });
  });

  app.post(
    "/email/change",
    { config, schema: { body: Type.Object({ ...proof, email }), response: answer(mailed) } },
    async (request) => {
      const { email: address, ...given } = request.body;
      const input = { proof: proofOf(request, given), email: address, actor: actorOf(request) };
      await changeEmail(deps, input);
      return ok({ mail });
    },
  );

  app.post(
    "/password/forgot",
    { ...open, schema: { body: Type.Object({ email }), response: answer(mailed) } },
    async (request) => {
      await forgotPassword(deps, request.body.email, deviceOf(request).ip);
      return ok({ mail });
    },
  );

  app.post(
    "/password/reset",
    {
      ...open,
      schema: {
        body: Type.Object({ token, password, keep_keys: Type.Optional(Type.Boolean()) }),
        response: answer(reset),
      },
    },
    async ({ body: { keep_keys: keepKeys = false, ...body } }) => {
      const { username, ended } = await resetPassword(deps, { ...body, keepKeys });
      return ok({ username, ended: showEnded(ended) });
    },
  );

  app.post(
    "/password/change",
    {
      config: { ...config, withAnyPassword: true },
      schema: { body: Type.Object({ current: password, password }), response: done },
    },
    async (request, reply) => {
      const { memberId, sessionId } = request.signed;
      const input = { ...request.body, memberId, sessionId, actor: actorOf(request) };
      const { device } = await changePassword(deps, input);
      giveDeviceCookie(reply, device, deps.publicBaseUrl());
      return ok({});
    },
  );
}
