import type { FastifyInstance } from "fastify";
import type { Registry } from "prom-client";
import type { Checks } from "../../../domain/monitoring/health.ts";
import { Refusal } from "../../../kit/errors.ts";
import { sameSecret } from "../../../kit/secrets.ts";

export interface HealthDeps {
  /** Everything that this process needs, looked at now. */
  checks: () => Promise<Checks>;
  /** Whether a turn of a job hangs for longer than anything it does can take: only a new start helps. */
  hangs: () => boolean;
  stopping: () => boolean;
  metrics: Registry;
  metricsToken: string;
}

/** For the machines that watch over us: alive, ready to serve, and the figures in Prometheus' format. */
export function healthRoutes(app: FastifyInstance, deps: HealthDeps): void {
  app.get("/healthz", { schema: { hide: true } }, async (_request, reply) => {
    const hangs = deps.hangs();
    return reply.code(hangs ? 503 : 200).send({ status: hangs ? "hangs" : "ok" });
  });

  // In words of the code alone: everybody may read it.
  app.get("/readyz", { schema: { hide: true } }, async (_request, reply) => {
    const checks = await deps.checks();
    const stopping = deps.stopping();
    const levels = Object.values(checks).map(({ level }) => level);
    const ready = !stopping && !levels.includes("down");
    const status = !ready ? "not ready" : levels.includes("degraded") ? "degraded" : "ready";
    const states = Object.entries(checks).map(([check, { state }]) => [check, state]);
    return reply
      .code(ready ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ status, stopping, checks: Object.fromEntries(states) });
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
