import type { FastifyReply, FastifyRequest } from "fastify";
import { knownSeconds } from "../../domain/members/known-device.ts";
import type { Device } from "../../domain/sessions/session.ts";
import { longestSeconds } from "../../domain/sessions/session.ts";

type CookieName = "zap_session" | "zap_device";

/** Over TLS, with the prefix that protects it: browsers accept it only from this host, and only over TLS. */
const cookieNameFor = (name: CookieName, publicBaseUrl: string): string =>
  publicBaseUrl.startsWith("https:") ? `__Host-${name}` : name;

/** Tokens consist of letters, digits, dashes and underscores, so nothing needs encoding. */
function read({ headers }: FastifyRequest, name: CookieName, publicBaseUrl: string): string | undefined {
  const start = `${cookieNameFor(name, publicBaseUrl)}=`;
  const cookies = headers.cookie?.split(/; */) ?? [];
  return cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length);
}

/** The session token that the browser sent. */
export const tokenOf = (request: FastifyRequest, publicBaseUrl: string): string | undefined =>
  read(request, "zap_session", publicBaseUrl);

/** The token that the browser kept from an earlier sign-in (domain/members/known-device.ts). */
export const deviceTokenOf = (request: FastifyRequest, publicBaseUrl: string): string | undefined =>
  read(request, "zap_device", publicBaseUrl);

/** Gives the browser its session cookie: only for this server's own pages, and not readable by their scripts. */
export function giveCookie(reply: FastifyReply, token: string, publicBaseUrl: string): void {
  void reply.setCookie(cookieNameFor("zap_session", publicBaseUrl), token, {
    ...attributesFor(publicBaseUrl),
    maxAge: longestSeconds,
  });
}

/** Makes the browser a known one. Signing out does not change that, because it does not let anybody in. */
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
