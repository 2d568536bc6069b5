import type { FastifyInstance } from "fastify";
import type { Registry } from "prom-client";
import { Refusal } from "../../../kit/errors.ts";
import { sameSecret } from "../../../kit/secrets.ts";

export interface HealthDeps {
  /** Throws when the database cannot be reached. */
  pingDatabase: () => Promise<void>;
  /** Whether hints of news arrive; without them waiting is slow, but right. */
  hintsArrive: () => boolean;
  stopping: () => boolean;
  metrics: Registry;
  metricsToken: string;
}

/** For the machines that watch over us: alive, ready to serve, and the figures in Prometheus' format. */
export function healthRoutes(app: FastifyInstance, deps: HealthDeps): void {
  app.get("/healthz", { schema: { hide: true } }, async () => ({ status: "ok" }));

  app.get("/readyz", { schema: { hide: true } }, async (_request, reply) => {
    const database = await deps.pingDatabase().then(
      () => true,
      () => false,
    );
    const ready = database && !deps.stopping();
    return reply.code(ready ? 200 : 503).send({
      status: ready ? "ready" : "not ready",
      database,
      hints: deps.hintsArrive(),
      stopping: deps.stopping(),
    });
  });

  app.get("/metrics", { schema: { hide: true } }, async (request, reply) => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
    const local = request.ip === "127.0.0.1" || request.ip === "::1";
    if (deps.metricsToken === "" ? !local : !sameSecret(token, deps.metricsToken)) {
      throw new Refusal(
        "forbidden",
        "Metrics are for this machine, or for who sends METRICS_TOKEN as a bearer token.",
      );
    }
    return reply.type(deps.metrics.contentType).send(await deps.metrics.metrics());
  });
}
