import type { FastifyReply, FastifyRequest } from "fastify";
import { knownSeconds } from "../../domain/members/known-device.ts";
import type { Device } from "../../domain/sessions/session.ts";
import { longestSeconds } from "../../domain/sessions/session.ts";

type CookieName = "zap_session" | "zap_device";

/** By TLS with the prefix that keeps it ours: browsers take it from this host alone, and never without TLS. */
const cookieNameFor = (name: CookieName, publicBaseUrl: string): string =>
  publicBaseUrl.startsWith("https:") ? `__Host-${name}` : name;

/** Tokens are letters, digits, dashes and underscores: nothing in them is encoded. */
function read({ headers }: FastifyRequest, name: CookieName, publicBaseUrl: string): string | undefined {
  const start = `${cookieNameFor(name, publicBaseUrl)}=`;
  const cookies = headers.cookie?.split(/; */) ?? [];
  return cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length);
}

/** The session that the browser says it has. */
export const tokenOf = (request: FastifyRequest, publicBaseUrl: string): string | undefined =>
  read(request, "zap_session", publicBaseUrl);

/** What the browser kept of an earlier sign-in (domain/members/known-device.ts). */
export const deviceTokenOf = (request: FastifyRequest, publicBaseUrl: string): string | undefined =>
  read(request, "zap_device", publicBaseUrl);

/** Hands the browser its session: for this server's own pages alone, and out of reach of their scripts. */
export function giveCookie(reply: FastifyReply, token: string, publicBaseUrl: string): void {
  void reply.setCookie(cookieNameFor("zap_session", publicBaseUrl), token, {
    ...attributesFor(publicBaseUrl),
    maxAge: longestSeconds,
  });
}

/** Makes the browser a known one; signing out leaves it so, for it lets nobody in. */
export function giveDeviceCookie(reply: FastifyReply, token: string, publicBaseUrl: string): void {
  void reply.setCookie(cookieNameFor("zap_device", publicBaseUrl), token, {
    ...attributesFor(publicBaseUrl),
    maxAge: knownSeconds,
  });
}

export function takeCookie(reply: FastifyReply, publicBaseUrl: string): void {
  void reply.clearCookie(cookieNameFor("zap_session", publicBaseUrl), attributesFor(publicBaseUrl));
}

const attributesFor = (publicBaseUrl: string) =>
  ({ path: "/", httpOnly: true, sameSite: "strict", secure: publicBaseUrl.startsWith("https:") }) as const;

export const deviceOf = (request: FastifyRequest): Device => ({
  ip: request.clientAddress,
  userAgent: request.headers["user-agent"] ?? "",
});
