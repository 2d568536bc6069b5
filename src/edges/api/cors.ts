import type { FastifyInstance, FastifyRequest } from "fastify";
import { areaOf, pathOf } from "./path.ts";

const isDocument = ({ url }: FastifyRequest): boolean => pathOf(url) === "/openapi.json";

/** What pages of other origins may read: the API, and the document that describes it. */
const isForAll = (request: FastifyRequest): boolean => areaOf(request.url) === "api" || isDocument(request);

/** Answers of the API are never kept, so that only who asks from a page has to be told; programs are most of who asks. */
const isToBeTold = (request: FastifyRequest): boolean =>
  request.headers.origin === undefined ? isDocument(request) : isForAll(request);

const exposed = "X-Request-Id, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After";
const preflight = {
  "access-control-allow-methods": "GET, HEAD, POST, OPTIONS",
  "access-control-allow-headers": "Authorization, Content-Type, Idempotency-Key, Last-Event-ID",
  "access-control-max-age": "86400",
};

/**
 * Lets pages of any origin use the API, never with credentials: such a page needs a key of its own (Fetch standard,
 * "CORS protocol"). Of our own, as the answer is the same for everyone and every request passes here.
 */
export function allowOtherOrigins(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, done) => {
    if (isToBeTold(request))
      reply.header("access-control-allow-origin", "*").header("access-control-expose-headers", exposed);
    done();
  });
  app.options("*", { schema: { hide: true } }, (request, reply) => {
    if (!isForAll(request)) return void reply.callNotFound();
    void reply.code(204).headers(preflight).header("content-length", "0").send();
  });
}
