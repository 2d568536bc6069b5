import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Registry } from "prom-client";
import type { Checks } from "../domain/monitoring/health.ts";
import { readAddress } from "../kit/address.ts";
import { Refusal } from "../kit/errors.ts";
import { sameSecret } from "../kit/secrets.ts";

export interface HealthDeps {
  /** Checks everything that this process depends on, now. */
  checks: () => Promise<Checks>;
  /** Whether a job's turn has hung for longer than any turn can take: only a restart helps. */
  hangs: () => boolean;
  stopping: () => boolean;
  metrics: Registry;
  metricsToken: string;
  /**
   * Whether a connection from this machine means that the caller is on it: not if there is a proxy that is not
   * configured.
   */
  metricsLocally: boolean;
}

/** For monitoring: liveness, readiness, and metrics in Prometheus' format. */
export function healthRoutes(app: FastifyInstance, deps: HealthDeps): void {
  app.get("/healthz", { schema: { hide: true } }, async (_request, reply) => {
    const hangs = deps.hangs();
    return reply.code(hangs ? 503 : 200).send({ status: hangs ? "hangs" : "ok" });
  });

  // Only fixed texts from the code: anybody may read this.
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

  app.get("/metrics", { config: { compress: true }, schema: { hide: true } }, async (request, reply) => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
    const isLocal = deps.metricsLocally && comesFromHere(request);
    if (deps.metricsToken === "" ? !isLocal : !sameSecret(token, deps.metricsToken)) {
      throw new Refusal(
        "forbidden",
        "Metrics are for this machine, asked without a proxy, or for whoever sends METRICS_TOKEN as a bearer token.",
      );
    }
    return reply.type(deps.metrics.contentType).send(await deps.metrics.metrics());
  });
}

/** Headers in which proxies name the client. */
const forwarding =
  /^(x-forwarded|x-real-ip$|x-client-ip$|x-cluster-client-ip$|true-client-ip$|cf-|forwarded$|via$)/;
/** A page of another site whose name was pointed at us (DNS rebinding) sends that name as its Host. */
const localNames = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/** Whether the request was made on this machine, by somebody there, as far as can be determined. */
function comesFromHere({ raw, headers }: FastifyRequest): boolean {
  const peer = readAddress(raw.socket.remoteAddress ?? "") ?? "";
  const isLocal = peer === "::1" || peer.startsWith("127.");
  return (
    isLocal &&
    localNames.test(headers.host ?? "") &&
    !Object.keys(headers).some((name) => forwarding.test(name))
  );
}
