import { expects } from "../../../http/parameters.ts";
import type { FastifyRequest } from "fastify";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { Type } from "typebox";
import { addPasskey } from "../../../domain/passkeys/add-passkey.ts";
import { beginPasskey } from "../../../domain/passkeys/begin-passkey.ts";
import type { RelyingParty } from "../../../domain/passkeys/passkey.ts";
import { removePasskey } from "../../../domain/passkeys/remove-passkey.ts";
import { beginPasskeySignIn, signInByPasskey } from "../../../domain/passkeys/sign-in-by-passkey.ts";
import { listPasskeys } from "../../../domain/passkeys/queries.ts";
import { actorOf, proofOf } from "../access.ts";
import { deviceOf, deviceTokenOf, tokenOf } from "../cookie.ts";
import { refuseForgery } from "../csrf.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { relyingPartyOf } from "../relying-party.ts";
import { idParams, proof, text } from "../schemas.ts";
import { timeOrNull } from "../show.ts";
import { welcome } from "../welcome.ts";
import { me, newPasskeyOptions, passkey, passkeyOptions } from "../answers/member.ts";
import { answer, done, id, shape } from "../answers/shapes.ts";

const base64url = Type.String({ pattern: "^[A-Za-z0-9_-]{1,20000}$" });
const orNot = Type.Optional(Type.Unsafe<unknown>({ anyOf: [base64url, { type: "null" }] }));

/** A browser's response (WebAuthn Level 3, 5.1.8), as far as we use it. */
const credential = <T>(response: object) =>
  Type.Unsafe<T>({
    type: "object",
    required: ["id", "rawId", "type", "response"],
    properties: {
      id: base64url,
      rawId: base64url,
      type: { const: "public-key" },
      clientExtensionResults: { type: "object" },
      response,
    },
    ...expects("be what the browser made"),
  });

const made = credential<RegistrationResponseJSON>({
  type: "object",
  required: ["clientDataJSON", "attestationObject"],
  properties: {
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: { type: "array", maxItems: 10, items: { type: "string", maxLength: 20 } },
  },
});
const signed = credential<AuthenticationResponseJSON>({
  type: "object",
  required: ["clientDataJSON", "authenticatorData", "signature"],
  properties: {
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: orNot,
  },
});

/** A member's passkeys, and signing in with one. */
export function passkeyRoutes(app: Routes, deps: DashboardDeps): void {
  const config = { who: "member" } as const;
  const partyOf = (request: FastifyRequest): RelyingParty => relyingPartyOf(request, deps.publicBaseUrl());

  app.get(
    "/passkeys",
    { config, schema: { response: answer(Type.Array(passkey)) } },
    async ({ signed: { memberId } }) =>
      ok(
        (await listPasskeys(deps.db, memberId)).map(({ id, name, synced, createdAt, lastUsedAt }) => ({
          id,
          name,
          synced,
          created_at: createdAt.toISOString(),
          last_used_at: timeOrNull(lastUsedAt),
        })),
      ),
  );

  app.post(
    "/passkeys/begin",
    { config, schema: { body: Type.Object(proof), response: answer(newPasskeyOptions) } },
    async (request) => {
      const given = { proof: proofOf(request, request.body), party: partyOf(request) };
      return ok(await beginPasskey(deps, given));
    },
  );

  app.post(
    "/passkeys",
    {
      config,
      schema: { body: Type.Object({ name: text(1, 64), response: made }), response: answer(shape({ id })) },
    },
    async (request) => {
      const { memberId } = request.signed;
      const input = { ...request.body, memberId, party: partyOf(request), actor: actorOf(request) };
      return ok({ id: await addPasskey(deps, input) });
    },
  );

  app.delete(
    "/passkeys/:id",
    { config, schema: { params: idParams, body: Type.Object(proof), response: done } },
    async (request) => {
      const given = proofOf(request, request.body);
      await removePasskey(deps, { proof: given, passkeyId: request.params.id, actor: actorOf(request) });
      return ok({});
    },
  );
}

/** Signing in with a passkey: no user name, no password. */
export function passkeySignInRoutes(app: Routes, deps: DashboardDeps): void {
  const open = {
    config: { who: "anyone" },
    preValidation: async (request: FastifyRequest) => refuseForgery(request, deps.publicBaseUrl()),
  } as const;
  const partyOf = (request: FastifyRequest): RelyingParty => relyingPartyOf(request, deps.publicBaseUrl());

  app.post(
    "/sign-in/passkey/begin",
    { ...open, schema: { response: answer(passkeyOptions) } },
    async (request) => {
      const { ip } = deviceOf(request);
      return ok(await beginPasskeySignIn(deps, { party: partyOf(request), ip }));
    },
  );

  app.post(
    "/sign-in/passkey",
    { ...open, schema: { body: Type.Object({ response: signed }), response: answer(me) } },
    async (request, reply) => {
      const input = { ...request.body, party: partyOf(request), device: deviceOf(request) };
      const oldToken = tokenOf(request, deps.publicBaseUrl());
      const deviceToken = deviceTokenOf(request, deps.publicBaseUrl());
      return welcome(deps, reply, await signInByPasskey(deps, { ...input, deviceToken, oldToken }));
    },
  );
}
