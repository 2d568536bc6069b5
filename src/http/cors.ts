import type { FastifyInstance, FastifyRequest } from "fastify";
import type { FindArea } from "./areas.ts";

const exposed =
  "X-Request-Id, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, RateLimit-Policy, RateLimit, Retry-After";
const preflight = {
  "access-control-allow-methods": "GET, HEAD, POST, OPTIONS",
  "access-control-allow-headers": "Authorization, Content-Type, Idempotency-Key, Last-Event-ID",
  "access-control-max-age": "86400",
};

/**
 * Lets pages from any origin read public answers, never with credentials: such a page needs its own key (Fetch
 * standard, "CORS protocol"). Written here instead of using a plugin, because the answer is the same for everyone and
 * every request passes here.
 */
export function allowOtherOrigins(app: FastifyInstance, findArea: FindArea): void {
  app.addHook("onRequest", (request, reply, done) => {
    if (saysSo(request))
      reply.header("access-control-allow-origin", "*").header("access-control-expose-headers", exposed);
    done();
  });
  app.options("*", { schema: { hide: true } }, (request, reply) => {
    if (!findArea(request.url)?.isOpenToAll) return void reply.callNotFound();
    void reply.code(204).headers(preflight).header("content-length", "0").send();
  });

  /** On answers that are never cached, only if the caller sends an origin: most callers are programs, which do not. */
  function saysSo({ url, headers }: FastifyRequest): boolean {
    const area = findArea(url);
    if (!area?.isOpenToAll) return false;
    return headers.origin !== undefined || !area.isDataOnly;
  }
}
