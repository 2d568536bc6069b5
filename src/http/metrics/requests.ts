import type { FastifyInstance, FastifyRequest } from "fastify";
import { Gauge, type Registry } from "prom-client";
import { addHistogram, type Observe } from "./histogram.ts";

/** Requests that are held open to wait for news, by kind. */
export interface Waiters {
  polls: number;
  streams: number;
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** The kind of a request that is held open to wait for news; null if it is answered at once. */
    waitsAs?: (url: string) => keyof Waiters | null;
  }
}

/**
 * Measures every request by route and status; labels are routes, never paths, so they stay few. Returns the live
 * count of requests that are held open.
 */
export function measureRequests(app: FastifyInstance, registry: Registry): Waiters {
  const timer = timeByRoute(registry);
  let underWay = 0;
  void new Gauge({
    name: "zapotp_http_requests_open",
    help: "Requests being answered, waiting ones included.",
    registers: [registry],
    // Updated when the metrics are read, not at every request.
    collect() {
      this.set(underWay);
    },
  });
  const waiters: Waiters = { polls: 0, streams: 0 };
  app.addHook("onRequest", (request, { raw: response }, done) => {
    const began = performance.now();
    const { config } = request.routeOptions;
    const kind = config.waitsAs?.(request.url);
    underWay++;
    if (kind) waiters[kind]++;
    // Fastify's own hook for this costs several times as much. `close` always comes; the response is only finished if
    // the client did not disconnect first.
    response.on("close", () => {
      underWay--;
      if (kind) waiters[kind]--;
      if (response.writableFinished)
        timer(config, request.method, response.statusCode)((performance.now() - began) / 1000);
    });
    done();
  });
  return waiters;
}

type RouteConfig = FastifyRequest["routeOptions"]["config"];

/** Finding a counter by its labels costs more than counting, so each is looked up once. */
function timeByRoute(registry: Registry): (config: RouteConfig, method: string, status: number) => Observe {
  const counterOf = addHistogram(registry, {
    name: "zapotp_http_request_seconds",
    help: "Time to the answer by route and status.",
    bounds: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30, 60],
  });
  const ofRoutes = new Map<RouteConfig, Map<string, Observe>>();
  return (config, method, status) => {
    let known = ofRoutes.get(config);
    if (!known) ofRoutes.set(config, (known = new Map()));
    const name = method + status;
    let counter = known.get(name);
    if (!counter) {
      counter = counterOf({ route: config.url ?? "none", method, status: String(status) });
      known.set(name, counter);
    }
    return counter;
  };
}
