import cors from "@fastify/cors";
import { randomBytes } from "node:crypto";
import Fastify, { type FastifyInstance } from "fastify";
import type { Logger } from "../../kit/log.ts";
import { Refusal } from "../../kit/errors.ts";
import { answerError, errorBody } from "./errors.ts";

export interface ServerDeps {
  log: Logger;
  trustedProxies: string;
}

const bodyLimit = 64 * 1024;
const methods = ["GET", "HEAD", "POST", "OPTIONS"];

/** The HTTP server that every edge puts its routes on: limits, request ids, and the answers to what is not there. */
export async function createServer({ log, trustedProxies }: ServerDeps): Promise<FastifyInstance> {
  const base = randomBytes(6).toString("base64url");
  let count = 0;
  const app = Fastify({
    bodyLimit,
    trustProxy: trustedProxies === "" ? false : trustedProxies.split(",").map((network) => network.trim()),
    genReqId: () => `${base}-${(++count).toString(36)}`,
    requestIdHeader: false,
    exposeHeadRoutes: true,
    forceCloseConnections: "idle",
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: (error, socket) => {
      if (error.code === "ECONNRESET" || !socket.writable) return;
      const body = JSON.stringify(
        errorBody(new Refusal("invalid_request", "The request is not valid HTTP."), `${base}-0`),
      );
      socket.end(
        `HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
      );
    },
  });
  await app.register(cors, {
    origin: "*",
    methods,
    allowedHeaders: ["Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID"],
    exposedHeaders: [
      "X-Request-Id",
      "RateLimit-Limit",
      "RateLimit-Remaining",
      "RateLimit-Reset",
      "Retry-After",
    ],
    maxAge: 86_400,
    strictPreflight: false,
  });
  app.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id).header("x-content-type-options", "nosniff");
    done();
  });
  app.setErrorHandler(answerError(log));
  app.setNotFoundHandler((request) => {
    const path = request.url.split("?")[0] ?? "";
    const allowed = methods.filter((method) => app.hasRoute({ method: method as "GET", url: path }));
    if (allowed.length === 0)
      throw new Refusal("not_found", `There is nothing at ${path}; the reference is at /docs.`);
    throw new Refusal(
      "method_not_allowed",
      `${path} takes ${allowed.join(" and ")}, not ${request.method}.`,
      { allow: allowed },
    );
  });
  return app;
}
