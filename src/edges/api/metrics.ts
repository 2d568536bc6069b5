import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

export interface Metrics {
  registry: Registry;
  /** Messages by what became of them. */
  messages: Counter<"receipt">;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "zapotp_" });
  const messages = new Counter({
    name: "zapotp_messages_total",
    help: "Inbound messages by what became of them.",
    labelNames: ["receipt"],
    registers: [registry],
  });
  return { registry, messages };
}

/** Times every request by route and status; labels are routes, never paths, so they stay few. */
export function measureRequests(app: FastifyInstance, registry: Registry): void {
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
  const closed = (): void => void underWay--;
  app.addHook("onRequest", (_request, reply, done) => {
    underWay++;
    // Closed it is in any case; finished only when the client did not leave before.
    reply.raw.on("close", closed);
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
}
