import type { FastifyReply } from "fastify";
import type { Entry } from "../../domain/members/enter.ts";
import { recognize } from "../../domain/sessions/recognize.ts";
import type { Signed } from "../../domain/sessions/session.ts";
import { giveCookie, giveDeviceCookie } from "./cookie.ts";
import { ok, type Success } from "../../http/ok.ts";
import type { DashboardDeps } from "./dashboard.ts";
import { mailOf, showSigned } from "./show.ts";
import type { Me } from "./answers/member.ts";

/** The answer to a sign-in: the session as a cookie, and who signed in. */
export async function welcome(deps: DashboardDeps, reply: FastifyReply, entry: Entry): Promise<Success<Me>> {
  giveCookie(reply, entry.session, deps.publicBaseUrl());
  giveDeviceCookie(reply, entry.device, deps.publicBaseUrl());
  const signed = (await recognize(deps, entry.session, "live")) as Signed;
  return ok({ ...showSigned(signed), mail: mailOf(deps.settings) });
}
