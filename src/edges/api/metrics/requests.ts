import type { FastifyInstance, FastifyRequest } from "fastify";
import { Gauge, Histogram, type Registry } from "prom-client";
import { prefix } from "../api.ts";

/** Requests that are held open for news, by kind. */
export interface Waiters {
  polls: number;
  streams: number;
}

/**
 * Times every request by route and status; labels are routes, never paths, so they stay few. Answers the count of
 * those held open for news, which goes on.
 */
export function measureRequests(app: FastifyInstance, registry: Registry): Waiters {
  const seconds = new Histogram({
    name: "zapotp_http_request_seconds",
    help: "Time to the answer by route and status.",
    labelNames: ["route", "method", "status"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30, 60],
    registers: [registry],
  });
  let underWay = 0;
  void new Gauge({
    name: "zapotp_http_requests_open",
    help: "Requests being answered, waiting ones included.",
    registers: [registry],
    // At every look, not at every request.
    collect() {
      this.set(underWay);
    },
  });
  const waiters: Waiters = { polls: 0, streams: 0 };
  const closed = (): void => void underWay--;
  app.addHook("onRequest", (request, reply, done) => {
    underWay++;
    // Closed it is in any case; finished only when the client did not leave before.
    reply.raw.on("close", closed);
    const kind = waiterKind(request);
    if (kind) {
      waiters[kind]++;
      reply.raw.on("close", () => waiters[kind]--);
    }
    done();
  });
  // Finding a histogram's child by its labels costs more than observing: each is found once.
  const timers = new Map<string, { observe(seconds: number): void }>();
  const timerFor = (route: string, method: string, status: number): { observe(seconds: number): void } => {
    const name = `${method} ${status} ${route}`;
    const known = timers.get(name) ?? seconds.labels({ route, method, status });
    timers.set(name, known);
    return known;
  };
  app.addHook("onResponse", (request, reply, done) => {
    timerFor(request.routeOptions.url ?? "none", request.method, reply.statusCode).observe(
      reply.elapsedTime / 1000,
    );
    done();
  });
  return waiters;
}

function waiterKind({ routeOptions, url }: FastifyRequest): keyof Waiters | null {
  if (routeOptions.url === `${prefix}/events`) return "streams";
  return routeOptions.url === `${prefix}/sms` && url.includes("wait=") ? "polls" : null;
}
