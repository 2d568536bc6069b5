import type { FastifyReply, FastifyRequest } from "fastify";
import type { Device } from "../../domain/sessions/session.ts";
import { longestSeconds } from "../../domain/sessions/session.ts";

/** By TLS with the prefix that keeps it ours: browsers take it from this host alone, and never without TLS. */
const cookieNameFor = (publicBaseUrl: string): string =>
  publicBaseUrl.startsWith("https:") ? "__Host-zap_session" : "zap_session";

/** The session that the browser says it has. Tokens are letters and digits: nothing in them is encoded. */
export function tokenOf({ headers }: FastifyRequest, publicBaseUrl: string): string | undefined {
  const start = `${cookieNameFor(publicBaseUrl)}=`;
  const cookies = headers.cookie?.split(/; */) ?? [];
  return cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length);
}

/** Hands the browser its session: for this server's own pages alone, and out of reach of their scripts. */
export function giveCookie(reply: FastifyReply, token: string, publicBaseUrl: string): void {
  void reply.setCookie(cookieNameFor(publicBaseUrl), token, {
    ...attributesFor(publicBaseUrl),
    maxAge: longestSeconds,
  });
}

export function takeCookie(reply: FastifyReply, publicBaseUrl: string): void {
  void reply.clearCookie(cookieNameFor(publicBaseUrl), attributesFor(publicBaseUrl));
}

const attributesFor = (publicBaseUrl: string) =>
  ({ path: "/", httpOnly: true, sameSite: "strict", secure: publicBaseUrl.startsWith("https:") }) as const;

export const deviceOf = (request: FastifyRequest): Device => ({
  ip: request.clientAddress,
  userAgent: request.headers["user-agent"] ?? "",
});
