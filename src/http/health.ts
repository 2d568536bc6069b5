import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Registry } from "prom-client";
import type { Checks } from "../domain/monitoring/health.ts";
import { readAddress } from "../kit/address.ts";
import { Refusal } from "../kit/errors.ts";
import { sameSecret } from "../kit/secrets.ts";

export interface HealthDeps {
  /** Everything that this process needs, looked at now. */
  checks: () => Promise<Checks>;
  /** Whether a turn of a job hangs for longer than anything it does can take: only a new start helps. */
  hangs: () => boolean;
  stopping: () => boolean;
  metrics: Registry;
  metricsToken: string;
  /** Whether a connection from this machine says that somebody on it asks: behind a proxy that nobody named, it does not. */
  metricsLocally: boolean;
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

/** What proxies say of whom they ask for. */
const forwarding =
  /^(x-forwarded|x-real-ip$|x-client-ip$|x-cluster-client-ip$|true-client-ip$|cf-|forwarded$|via$)/;
/** A page of another site that got a name of its own to lead here (DNS rebinding) sends that name. */
const localNames = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/** Whether the request was made on this machine, for somebody there, as far as it can be told. */
function comesFromHere({ raw, headers }: FastifyRequest): boolean {
  const peer = readAddress(raw.socket.remoteAddress ?? "") ?? "";
  const isLocal = peer === "::1" || peer.startsWith("127.");
  return (
    isLocal &&
    localNames.test(headers.host ?? "") &&
    !Object.keys(headers).some((name) => forwarding.test(name))
  );
}
