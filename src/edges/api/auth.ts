import type { FastifyInstance, FastifyRequest } from "fastify";
import { allows, type Access, type Caller } from "../../domain/accounts/account.ts";
import { admit, hashOfKey } from "../../domain/accounts/authenticate.ts";
import type { KeyUses } from "../../domain/accounts/note-uses.ts";
import type { LookUps } from "../../domain/orders/look-ups.ts";
import type { Clock } from "../../kit/clock.ts";
import { roleMissing } from "../../domain/sessions/errors.ts";
import { keyMissing, scopeMissing } from "../../domain/accounts/errors.ts";
import { networkOf } from "../../kit/address.ts";
import { Refusal } from "../../kit/errors.ts";
import type { Counts } from "../../domain/limits/counts.ts";
import { ofAccount, tooFast, type CountCall } from "../../http/rate-limit.ts";

declare module "fastify" {
  interface FastifyRequest {
    caller: Caller;
    /** Looks the key up again, for long-running answers; refuses just as a new request would be refused now. */
    identifyAgain: () => Promise<Caller>;
  }
  interface FastifyContextConfig {
    /** The scope that the key must have; routes without a scope need no key. */
    scope?: Access;
    /** Starts reading what the answer needs while the key is looked up, so that both share a statement. */
    readAhead?: (request: FastifyRequest) => void;
  }
}

export interface AuthDeps {
  clock: Clock;
  lookUps: LookUps;
  keyUses: KeyUses;
  /** Who is signed in, for requests without a key; null when nobody is signed in. */
  session: (request: FastifyRequest) => Promise<Caller | null>;
  countCall: CountCall;
  counts: Counts;
}

/** Refused keys per minute from one address; valid keys from there are not affected. */
const refusedKeys = { most: 120, seconds: 60 };

/** Identifies the caller before the body is read, and counts the call against the account's rate limit. */
export function useAuth(app: FastifyInstance, deps: AuthDeps): void {
  const { lookUps, session, countCall, counts } = deps;
  app.decorateRequest("caller");
  app.decorateRequest("identifyAgain", function () {
    return identify(this);
  });
  // Every request passes here, so promises are only created if there is something to wait for.
  app.addHook("onRequest", (request, reply, goOn) => {
    const { scope, readAhead } = request.routeOptions.config;
    if (scope === undefined) return goOn();
    reply.header("cache-control", "no-store"); // The answer holds codes and balances, and the key may be in the URL.
    const enter = (caller: Caller): void => {
      request.caller = caller;
      const refusal = allows(caller.scopes, scope) ? undefined : refusalOf(caller, scope);
      const counted = countCall(reply, {
        caller: ofAccount(caller.accountId),
        address: request.clientAddress,
      });
      if (counted) counted.then(() => goOn(refusal), goOn);
      else goOn(refusal);
    };
    identify(request).then(enter, goOn);
    readAhead?.(request);
  });

  function identify(request: FastifyRequest): Promise<Caller> {
    const key = keyOf(request);
    if (key === null) return identifyMember(request);
    return authenticate(key, request.clientAddress).catch((error: unknown) => refuse(request, error));
  }

  /** The key is looked up again for every request. */
  async function authenticate(key: string, ip: string): Promise<Caller> {
    return admit(deps, await lookUps.findKey(hashOfKey(key)), ip);
  }

  async function identifyMember(request: FastifyRequest): Promise<Caller> {
    const caller = await session(request);
    if (!caller) throw keyMissing();
    return caller;
  }

  async function refuse(request: FastifyRequest, error: unknown): Promise<never> {
    if (!(error instanceof Refusal) || error.code !== "unauthorized") throw error;
    const subject = `network ${networkOf(request.clientAddress)} refused keys`;
    const [taken] = await counts.take([{ subject, ...refusedKeys }]);
    throw taken?.isRefused ? tooFast(taken) : error;
  }
}

/** Members have a role, keys a scope. */
const refusalOf = ({ keyId }: Caller, scope: Access): Refusal =>
  keyId === null ? roleMissing() : scopeMissing(scope);

/** The header takes precedence over the parameter (contract, "Auth"). */
function keyOf(request: FastifyRequest): string | null {
  const header = request.headers.authorization;
  if (header !== undefined) return /^Bearer +(\S+) *$/i.exec(header)?.[1] ?? "";
  const parameter = (request.query as Record<string, unknown>)["api_key"];
  return typeof parameter === "string" ? parameter : parameter === undefined ? null : "";
}
