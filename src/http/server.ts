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
    /** Who calls, as trusted proxies say it (kit/address.ts); `ip`, which is Fastify's own, believes any text. */
    readonly clientAddress: string;
  }
}

export interface ServerDeps {
  log: Logger;
  /** Whose X-Forwarded-For, -Host and -Proto are believed; default: nobody's. */
  trustedProxies?: Networks;
  /** Whether browsers reach us by TLS. */
  isHttps: boolean;
  /** The addresses of each edge; all others belong to the server itself. */
  areas?: Area[];
  /** The error codes of each edge, in addition to those of all routes. */
  codes?: ErrorCodes[];
  onRefusal?: OnRefusal;
  /** Refuses requests before anything else is examined. */
  turnAway?: TurnAway;
  /** May answer requests that match no route (with a page of the dashboard). */
  answerElsewhere?: (request: FastifyRequest, reply: FastifyReply) => boolean;
}

const nobody: Networks = { isEmpty: true, has: () => false };
const bodyLimit = 64 * 1024;
const requestTimeoutMilliseconds = 30_000;
const headersTimeoutMilliseconds = 15_000;
/** How often it is looked for requests beyond these times; Node's own is half a minute. */
const lookMilliseconds = 5_000;
/** A connection that is idle in both directions for this long is closed: no answer takes as long. */
const silenceMilliseconds = 120_000;
const methods = ["GET", "HEAD", "POST"];
const otherMethods = ["PUT", "PATCH", "DELETE"];
/** As much of a path as an answer repeats. */
const shownPathLength = 100;

/** The HTTP server that every edge puts its routes on: limits, request ids, and the answers to what is not there. */
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
    // What still comes on open connections while the server stops is answered as ever.
    return503OnClosing: false,
    requestTimeout: requestTimeoutMilliseconds,
    connectionTimeout: silenceMilliseconds,
    keepAliveTimeout: 65_000,
    routerOptions: { maxParamLength: 200 },
    // Node would answer a missing Host itself, without a body; the hook below does as everywhere.
    http: {
      requireHostHeader: false,
      headersTimeout: headersTimeoutMilliseconds,
      connectionsCheckingInterval: lookMilliseconds,
    },
    // Errors before routing: no hook has run.
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
  // Connections that become idle while the server stops do not hold it up.
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

/** What a request meets before the router: its address gets the one reading that everybody goes by. */
function standBefore(app: FastifyInstance, turnAway: TurnAway): void {
  const serve = app.server.listeners("request") as RequestListener[];
  app.server.removeAllListeners("request");
  app.server.on("request", (request, response) => {
    request.url = plainUrl(request.url ?? "");
    if (turnAway(request, response)) return;
    for (const listener of serve) listener.call(app.server, request, response);
  });
}
