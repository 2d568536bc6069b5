import type { FastifyRequest } from "fastify";
import { isOwnHost } from "../../kit/own-host.ts";
import { csrfRefused } from "./errors.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses requests that another site makes a browser send. The cookie is SameSite=Strict already; the header cannot
 * be set across origins without a preflight, which is never granted; and the Origin must be ours (OWASP, "Cross-Site
 * Request Forgery Prevention", custom request headers).
 */
export function refuseForgery(request: FastifyRequest, publicBaseUrl: string): void {
  if (safeMethods.has(request.method)) return;
  if (request.headers["x-requested-with"] !== "zapotp")
    throw csrfRefused("the header X-Requested-With: zapotp is missing");
  const { origin } = request.headers;
  if (origin !== undefined && !isOurs(origin, request, publicBaseUrl))
    throw csrfRefused("its Origin is another site; if it is this one, set PUBLIC_BASE_URL to its address");
}

/** The public address, or the one under which the page was opened if that is certainly ours. */
function isOurs(origin: string, { protocol, host }: FastifyRequest, publicBaseUrl: string): boolean {
  if (origin === new URL(publicBaseUrl).origin) return true;
  return origin === `${protocol}://${host}` && isOwnHost(host, publicBaseUrl);
}
