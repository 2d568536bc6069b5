import { Type } from "typebox";
import { scopes } from "../../../domain/accounts/account.ts";
import { usualKey } from "../../../domain/accounts/create-key.ts";
import { revoke } from "../../../domain/accounts/revoke.ts";
import { listKeys } from "../../../domain/accounts/queries.ts";
import { makeKey } from "../../../domain/members/make-key.ts";
import { invalid } from "../../../kit/errors.ts";
import { accountOf, actorOf, developers, everyRole, possibleProofOf, walletOf } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { expects, readAmount, readTime } from "../../../http/parameters.ts";
import { amount, choice, idParams, possibleProof, text } from "../schemas.ts";
import { showKey } from "../show.ts";
import { endedKey, key, newKey } from "../answers/keys.ts";
import { answer } from "../answers/shapes.ts";

const orNull = <T extends object>(schema: T) => Type.Unsafe<unknown>({ anyOf: [schema, { type: "null" }] });

const body = Type.Object({
  name: text(1, 64),
  scopes: Type.Optional(
    Type.Array(choice(scopes), { minItems: 1, maxItems: 3, ...expects(`name any of ${scopes.join(", ")}`) }),
  ),
  allowed_ips: Type.Optional(
    Type.Array(text(1, 64), { maxItems: 50, ...expects("be a list of addresses or networks") }),
  ),
  daily_cap: Type.Optional(orNull(amount)),
  expires_at: Type.Optional(orNull(text(1, 40))),
  ...possibleProof,
});

/** The account's API keys of the mode that the request names. */
export function keyRoutes(app: Routes, deps: DashboardDeps): void {
  app.get(
    "/keys",
    { config: { who: everyRole }, schema: { response: answer(Type.Array(key)) } },
    async (request) => {
      const { mode } = walletOf(request);
      const keys = await listKeys(deps.db, accountOf(request).id, deps.clock.now());
      return ok(
        keys
          .filter((one) => one.mode === mode)
          .map(showKey)
          .toReversed(),
      );
    },
  );

  app.post(
    "/keys",
    { config: { who: developers }, schema: { body, response: answer(newKey) } },
    async (request) => {
      const { name, scopes: wanted = usualKey.scopes, allowed_ips: allowedIps = [] } = request.body;
      const { daily_cap: cap, expires_at: expiry } = request.body;
      const dailyCapMinor = cap === undefined || cap === null ? null : readAmount("daily_cap", cap as string);
      if (dailyCapMinor !== null && dailyCapMinor < 0) throw invalid("daily_cap", "daily_cap is 0 or more.");
      const expiresAt =
        expiry === undefined || expiry === null ? null : readTime("expires_at", expiry as string);
      const proof = possibleProofOf(request, request.body);
      const who = { proof, wallet: walletOf(request), actor: actorOf(request) };
      const wish = { name, scopes: wanted, allowedIps, dailyCapMinor, expiresAt };
      return ok(await makeKey(deps, { ...who, ...wish }));
    },
  );

  app.delete(
    "/keys/:id",
    { config: { who: developers }, schema: { params: idParams, response: answer(endedKey) } },
    async (request) => {
      const input = { keyId: request.params.id, accountId: accountOf(request).id, actor: actorOf(request) };
      const { keyId, revokedAt } = await revoke(deps, input);
      return ok({ id: keyId, revoked_at: revokedAt.toISOString() });
    },
  );
}
