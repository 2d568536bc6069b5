import type { FastifyReply, FastifyRequest } from "fastify";
import type { Device } from "../../domain/sessions/session.ts";
import { longestSeconds } from "../../domain/sessions/session.ts";

const cookieName = "zap_session";

/** What the browser was handed, if it was. */
export const sessionToken = ({ headers, server }: FastifyRequest): string | undefined =>
  headers.cookie === undefined ? undefined : server.parseCookie(headers.cookie)[cookieName];

/** Hands the browser its session: for this server's own pages alone, and out of reach of their scripts. */
export function giveCookie(reply: FastifyReply, token: string, publicBaseUrl: string): void {
  void reply.setCookie(cookieName, token, { ...attributesFor(publicBaseUrl), maxAge: longestSeconds });
}

export function takeCookie(reply: FastifyReply, publicBaseUrl: string): void {
  void reply.clearCookie(cookieName, attributesFor(publicBaseUrl));
}

const attributesFor = (publicBaseUrl: string) =>
  ({ path: "/", httpOnly: true, sameSite: "strict", secure: publicBaseUrl.startsWith("https:") }) as const;

export const deviceOf = (request: FastifyRequest): Device => ({
  ip: request.ip.split("%")[0] ?? "",
  userAgent: request.headers["user-agent"] ?? "",
});
