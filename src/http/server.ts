import type { RequestListener } from "node:http";
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { clientAddress, readAddress, type Networks } from "../kit/address.ts";
import type { Logger } from "../kit/log.ts";
import { Refusal, invalid } from "../kit/errors.ts";
import { allowOtherOrigins } from "./cors.ts";
import { areasOf, type Area } from "./areas.ts";
import { answerError, type ErrorCodes, type OnRefusal } from "./errors.ts";
import { headersOf } from "./headers.ts";
import type { TurnAway } from "./overload.ts";
import { pathOf, plainUrl } from "./path.ts";
import { countRequests } from "./request-ids.ts";
import { answerUnparsed } from "./unparsed.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The caller's address as trusted proxies report it (kit/address.ts); Fastify's own `ip` believes any text. */
    readonly clientAddress: string;
  }
}

export interface ServerDeps {
  log: Logger;
  /** The proxies whose X-Forwarded-For, -Host and -Proto are believed; default: none. */
  trustedProxies?: Networks;
  /** Whether browsers reach us over TLS. */
  isHttps: boolean;
  /** The addresses of each edge; all others belong to the server itself. */
  areas?: Area[];
  /** The error codes of each edge, in addition to those of all routes. */
  codes?: ErrorCodes[];
  onRefusal?: OnRefusal;
  /** Refuses requests before anything else about them is examined. */
  turnAway?: TurnAway;
  /** May answer requests that match no route (with a page of the dashboard). */
  answerElsewhere?: (request: FastifyRequest, reply: FastifyReply) => boolean;
}

const nobody: Networks = { isEmpty: true, has: () => false };
const bodyLimit = 64 * 1024;
const requestTimeoutMilliseconds = 30_000;
const headersTimeoutMilliseconds = 15_000;
/** How often to check for requests that exceed these times; Node's default is half a minute. */
const lookMilliseconds = 5_000;
/** A connection that is idle in both directions for this long is closed: no answer takes that long. */
const silenceMilliseconds = 120_000;
const methods = ["GET", "HEAD", "POST"];
const otherMethods = ["PUT", "PATCH", "DELETE"];
/** At most this much of a path is repeated in an answer. */
const shownPathLength = 100;

/**
 * The HTTP server on which every edge registers its routes: limits, request ids, and the answers to unknown routes.
 */
export async function createServer({
  log,
  trustedProxies = nobody,
  isHttps,
  areas = [],
  codes = [],
  onRefusal,
  turnAway = () => false,
  answerElsewhere = () => false,
}: ServerDeps): Promise<FastifyInstance> {
  const nextRequestId = countRequests();
  const findArea = areasOf(areas);
  const addHeaders = headersOf(isHttps, findArea);
  const answer = answerError(log, codes, onRefusal);
  const app = Fastify({
    bodyLimit,
    trustProxy: (address: string) => trustedProxies.has(readAddress(address) ?? ""),
    genReqId: nextRequestId,
    requestIdHeader: false,
    exposeHeadRoutes: true,
    forceCloseConnections: "idle",
    // Requests that still arrive on open connections while the server stops are answered as usual.
    return503OnClosing: false,
    requestTimeout: requestTimeoutMilliseconds,
    connectionTimeout: silenceMilliseconds,
    keepAliveTimeout: 65_000,
    routerOptions: { maxParamLength: 200 },
    // Node would answer a missing Host itself, without a body; the hook below answers with the usual error.
    http: {
      requireHostHeader: false,
      headersTimeout: headersTimeoutMilliseconds,
      connectionsCheckingInterval: lookMilliseconds,
    },
    // Errors before routing, when no hook has run.
    frameworkErrors: (error: FastifyError, request, reply) => {
      addHeaders(request, reply);
      void answer(error, request, reply);
    },
    clientErrorHandler: (error, socket) => answerUnparsed(error, socket, nextRequestId()),
  });
  standBefore(app, turnAway);
  app.decorateRequest("clientAddress", {
    getter() {
      return clientAddress(this.raw.socket.remoteAddress, this.headers["x-forwarded-for"], trustedProxies);
    },
  });
  // An expectation other than 100-continue is ignored, as RFC 9110 (10.1.1) allows; Node would answer it without a body.
  app.server.on("checkExpectation", (request, response) => app.server.emit("request", request, response));
  // Connections that become idle while the server stops must not delay it.
  app.addHook("preClose", async () => void (app.server.keepAliveTimeout = 1));
  app.addHook("onRequest", (request, reply, done) => {
    addHeaders(request, reply);
    done();
  });
  allowOtherOrigins(app, findArea);
  app.addHook("onRequest", (request, _reply, done) => {
    const named = request.headers.host !== undefined || request.raw.httpVersion === "1.0";
    done(named ? undefined : invalid("Host", "The header Host is missing: HTTP/1.1 requires it."));
  });
  app.setErrorHandler(answer);
  app.setNotFoundHandler((request, reply) => {
    if (answerElsewhere(request, reply)) return reply;
    const path = pathOf(request.url);
    const shown = path.length > shownPathLength ? `${path.slice(0, shownPathLength)}…` : path;
    const allowed = [...methods, ...otherMethods].filter((method) =>
      app.hasRoute({ method: method as "GET", url: path }),
    );
    if (allowed.length === 0)
      throw new Refusal("not_found", `There is nothing at ${shown}; the reference is at /docs.`);
    reply.header("allow", [...allowed, "OPTIONS"].join(", "));
    throw new Refusal(
      "method_not_allowed",
      `${shown} takes ${allowed.join(" and ")}, not ${request.method}.`,
    );
  });
  return app;
}

/** Runs before the router: normalizes the request's URL, so that everything after it sees the same form. */
function standBefore(app: FastifyInstance, turnAway: TurnAway): void {
  const serve = app.server.listeners("request") as RequestListener[];
  app.server.removeAllListeners("request");
  app.server.on("request", (request, response) => {
    request.url = plainUrl(request.url ?? "");
    if (turnAway(request, response)) return;
    for (const listener of serve) listener.call(app.server, request, response);
  });
}
