import type { FastifyReply } from "fastify";
import { recognize } from "../../domain/sessions/recognize.ts";
import type { Signed } from "../../domain/sessions/session.ts";
import { giveCookie } from "./cookie.ts";
import { ok, type DashboardDeps } from "./dashboard.ts";
import { mailOf, showSigned } from "./show.ts";

/** The answer to who has just come in: the session as a cookie, and who they are. */
export async function welcome(
  deps: DashboardDeps,
  reply: FastifyReply,
  sessionToken: string,
): Promise<object> {
  giveCookie(reply, sessionToken, deps.publicBaseUrl());
  const signed = (await recognize(deps, sessionToken, "live")) as Signed;
  return ok({ ...showSigned(signed), mail: mailOf(deps.settings) });
}
