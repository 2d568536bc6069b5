import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { acceptInvitation } from "../../../domain/members/accept-invitation.ts";
import { signUpClosed, linkInvalid } from "../../../domain/members/errors.ts";
import { signIn } from "../../../domain/members/sign-in.ts";
import { signUp } from "../../../domain/members/sign-up.ts";
import { findInvitation } from "../../../domain/members/invitations/queries.ts";
import { signOut } from "../../../domain/sessions/end-sessions.ts";
import { sha256 } from "../../../kit/secrets.ts";
import { deviceOf, deviceTokenOf, takeCookie, tokenOf } from "../cookie.ts";
import { refuseForgery } from "../csrf.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { email, password, text, token } from "../schemas.ts";
import { welcome } from "../welcome.ts";
import { me, signUpState } from "../answers/member.ts";
import { answer, done } from "../answers/shapes.ts";
import { offeredPlace } from "../answers/team.ts";

const config = { who: "anyone" } as const;

/** Signing up, signing in, joining by invitation, and signing out. */
export function signInRoutes(app: Routes, deps: DashboardDeps): void {
  const { settings, publicBaseUrl } = deps;

  /**
   * Without a session there is no cookie to abuse, but signing somebody in from another site must be refused as well.
   */
  const refuseForeign = async (request: FastifyRequest): Promise<void> =>
    refuseForgery(request, publicBaseUrl());

  app.get("/sign-up", { config, schema: { response: answer(signUpState) } }, async () =>
    ok({ open: settings.signUpOpen, terms_version: settings.termsVersion }),
  );

  app.post(
    "/sign-up",
    {
      config,
      preValidation: refuseForeign,
      schema: {
        body: Type.Object({ email, username: text(1, 64), password, accepted_terms: text(0, 40) }),
        response: answer(me),
      },
    },
    async (request, reply) => {
      if (!settings.signUpOpen) throw signUpClosed();
      const { accepted_terms: acceptedTerms, ...who } = request.body;
      const { currency, lowBalanceMinor, termsVersion } = settings;
      const input = {
        ...who,
        acceptedTerms,
        currency,
        lowBalanceMinor,
        termsVersion,
        device: deviceOf(request),
      };
      return welcome(deps, reply, await signUp(deps, input));
    },
  );

  app.post(
    "/sign-in",
    {
      config,
      preValidation: refuseForeign,
      schema: {
        body: Type.Object({ username: text(1, 254), password, code: Type.Optional(text(0, 40)) }),
        response: answer(me),
      },
    },
    async (request, reply) => {
      const { username: name, password: given, code } = request.body;
      const input = { name, password: given, code, device: deviceOf(request) };
      const oldToken = tokenOf(request, publicBaseUrl());
      const deviceToken = deviceTokenOf(request, publicBaseUrl());
      return welcome(deps, reply, await signIn(deps, { ...input, deviceToken, oldToken }));
    },
  );

  app.post(
    "/sign-out",
    { config, preValidation: refuseForeign, schema: { response: done } },
    async (request, reply) => {
      await signOut(deps.db, tokenOf(request, publicBaseUrl()));
      takeCookie(reply, publicBaseUrl());
      return ok({});
    },
  );

  // It changes nothing; it is a POST to keep the token out of URLs, which servers and proxies log.
  app.post(
    "/invitations/look",
    {
      config,
      preValidation: refuseForeign,
      schema: { body: Type.Object({ token }), response: answer(offeredPlace) },
    },
    async (request) => {
      const found = await findInvitation(deps.db, sha256(request.body.token), deps.clock.now());
      if (!found) throw linkInvalid();
      const { email: address, role, accountName: account, createdBy } = found;
      return ok({ email: address, role, account, invited_by: createdBy });
    },
  );

  app.post(
    "/invitations/accept",
    {
      config,
      preValidation: refuseForeign,
      schema: { body: Type.Object({ token, username: text(1, 64), password }), response: answer(me) },
    },
    async (request, reply) => {
      const input = { ...request.body, device: deviceOf(request) };
      return welcome(deps, reply, await acceptInvitation(deps, input));
    },
  );
}
