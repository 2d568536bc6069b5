import type { FastifyInstance, FastifyRequest } from "fastify";
import { accountSuspended } from "../../domain/accounts/errors.ts";
import type { PossibleProof, Proof } from "../../domain/members/prove-self.ts";
import { passwordChangeRequired, roleMissing, signedOut } from "../../domain/sessions/errors.ts";
import type { DashboardDeps } from "./dashboard.ts";
import { accountRoles, type Role, type Signed } from "../../domain/sessions/session.ts";

/** Who may use a route: anyone, whoever is signed in, or the roles that are named. */
export type Who = "anyone" | "member" | readonly Role[];

declare module "fastify" {
  interface FastifyRequest {
    signed: Signed;
  }
  interface FastifyContextConfig {
    who?: Who;
    /** Also open to members who must change their password before anything else. */
    withAnyPassword?: boolean;
    /** Also open to members of a suspended account although it changes something. */
    whenSuspended?: boolean;
  }
}

export const everyRole: Who = accountRoles;
export const owners: Who = ["owner"];
export const developers: Who = ["owner", "developer"];
export const payers: Who = ["owner", "billing"];
export const operators: Who = ["operator"];

export interface DashboardRoute {
  method: string;
  url: string;
  who: Who;
  /** The schema of its successful answer. */
  answer: object;
}

/**
 * Admits only the callers that a route names. A route that names nobody, or has no answer schema, cannot be registered:
 * forgetting either fails at the start instead of leaving the route open. Returns the growing list of routes.
 */
export function useAccess(
  app: FastifyInstance,
  identify: (request: FastifyRequest) => Promise<Signed | null>,
  countCall: DashboardDeps["countCall"],
): DashboardRoute[] {
  const routes: DashboardRoute[] = [];
  app.addHook("onRoute", (route) => {
    const who = route.config?.who;
    if (!who) throw new Error(`${String(route.method)} ${route.url} does not say who may use it`);
    const answer = (route.schema?.response as Record<number, object> | undefined)?.[200];
    if (!answer) throw new Error(`${String(route.method)} ${route.url} does not say what it answers`);
    route.schema = { ...route.schema, hide: true };
    for (const method of [route.method].flat())
      if (method !== "HEAD") routes.push({ method, url: route.url, who, answer });
  });
  app.decorateRequest("signed");
  app.addHook("onRequest", async (request, reply) => {
    reply.header("cache-control", "no-store");
    const { who, withAnyPassword, whenSuspended } = request.routeOptions.config;
    if (who === undefined) return;
    const signed = await identify(request);
    if (signed) {
      request.signed = signed;
      await countCall(reply, signed, request.clientAddress);
    }
    if (who === "anyone") return;
    if (!signed) throw signedOut();
    if (signed.mustChangePassword && !withAnyPassword) throw passwordChangeRequired();
    if (who === "member") return;
    if (!who.includes(signed.role)) throw roleMissing();
    const reads = request.method === "GET" || request.method === "HEAD" || whenSuspended;
    if (signed.account?.suspendedAt && !reads) throw accountSuspended();
  });
  return routes;
}

/** The account of a member who is not an operator; routes for account roles have one. */
export function accountOf({ signed }: FastifyRequest): NonNullable<Signed["account"]> {
  if (!signed.account) throw roleMissing();
  return signed.account;
}

/** The account's wallet in the mode that the request names. */
export function walletOf({ signed }: FastifyRequest): NonNullable<Signed["wallet"]> {
  if (!signed.wallet) throw roleMissing();
  return signed.wallet;
}

/** The proof that a signed-in member gives to confirm their identity again; `of` is taken from the request's body. */
export const proofOf = (
  { signed: { memberId, sessionId } }: FastifyRequest,
  of: { password: string; code?: string },
): Proof => ({ memberId, sessionId, ...of });

/** The same, if it is optional. */
export const possibleProofOf = (
  { signed: { memberId, sessionId } }: FastifyRequest,
  { password, code }: { password?: string; code?: string },
): PossibleProof => ({
  memberId,
  sessionId,
  ...(password === undefined ? {} : { password }),
  ...(code === undefined ? {} : { code }),
});

/** The actor and their address, for the audit log. */
export const actorOf = (request: FastifyRequest): string =>
  `${request.signed.username} (${request.clientAddress})`;
