import type { FastifyInstance } from "fastify";
import { endIdleConnections } from "../kit/graceful-shutdown.ts";
import { listWeakenedSettings, showSettings, type Config } from "../config.ts";
import { caseRulesOf } from "../start/case-rules.ts";
import { proxyAdvice } from "../start/proxy-advice.ts";
import { hangs } from "../domain/monitoring/health.ts";
import { useBodies } from "../http/body.ts";
import { addCollectedMetrics } from "./collected-metrics.ts";
import type { Metrics } from "../http/metrics/metrics.ts";
import { measureRequests } from "../http/metrics/requests.ts";
import { documentApi, serveDocumentation } from "../edges/api/openapi.ts";
import { compressAnswers } from "../http/compress.ts";
import { refuseWhenOverloaded } from "../http/overload.ts";
import { longAnswers } from "../http/long-answers.ts";
import { limitCalls, limitSandbox, ofAccount, type SandboxRules } from "../http/rate-limit.ts";
import { listRoutes, type ListedRoute } from "../http/route-list.ts";
import { healthRoutes } from "../http/health.ts";
import { createServer } from "../http/server.ts";
import { useValidation } from "../http/validation.ts";
import type { DashboardRoute } from "../edges/dashboard/access.ts";
import type { DashboardSettings } from "../edges/dashboard/dashboard.ts";
import { apiCodes } from "../edges/api/errors.ts";
import { dashboardCodes } from "../edges/dashboard/errors.ts";
import { areasOf } from "../http/areas.ts";
import { servePages } from "../edges/dashboard/pages.ts";
import { dashboardRoutes } from "../edges/dashboard/plugin.ts";
import { offeredKinds } from "../edges/inbound/offered-kinds.ts";
import { inboundRoutes } from "../edges/inbound/routes.ts";
import type { AppOptions } from "./options.ts";
import { createHealth } from "./health.ts";
import { publicBaseUrl, jobRunsOf, type Life } from "./life.ts";
import { serveApi } from "./serve-api.ts";
import { areas, queuesByKind } from "./areas.ts";
import { queuesOf, type Shop } from "./shop.ts";

export interface Served {
  server: FastifyInstance;
  /** The dashboard's routes, with who may use them. */
  dashboardRoutes: DashboardRoute[];
  /** Every route of every edge, as the router registered it. */
  routes: ListedRoute[];
}

/** The use cases that the edges call. */
interface Whole {
  shop: Shop;
  metrics: Metrics;
  life: Life;
  /** Whether e-mails are sent by SMTP. */
  mails: boolean;
}

/** Puts every edge on one HTTP server, which is not listening yet. */
export async function serve(
  { config, log, pagesFolder }: AppOptions,
  { shop, metrics, life, mails }: Whole,
): Promise<Served> {
  const server = await createServer({
    log,
    trustedProxies: config.TRUSTED_PROXIES,
    isHttps: config.PUBLIC_BASE_URL.startsWith("https:"),
    areas,
    codes: [apiCodes, dashboardCodes],
    onRefusal(route, code) {
      metrics.refused.inc({ route, code });
      shop.refusals.note(route, code);
    },
    turnAway: refuseWhenOverloaded({
      patienceMilliseconds: config.OVERLOAD_MILLISECONDS,
      findArea: areasOf(areas),
      queues: queuesByKind(queuesOf(shop)),
      onShed: ({ name }) => metrics.shed.inc({ kind: name }),
    }),
    answerElsewhere: (request, reply) => answerPage(request, reply),
  });
  const routes = listRoutes(server);
  compressAnswers(server);
  const answerPage = pagesFolder === null ? () => false : await servePages(server, pagesFolder);
  const checks = watch(server, config, { shop, metrics, life });
  useBodies(server);
  useValidation(server);
  await documentApi(server);
  const deps = {
    ...shop,
    publicBaseUrl: () => life.baseUrl ?? publicBaseUrl(config, server),
    countCall: limitCalls(shop.counts, {
      perSecond: config.RATE_LIMIT,
      addressFactor: config.ADDRESS_FACTOR,
    }),
    countSandbox: limitSandbox(shop.counts, sandboxRules(config)),
    openLongAnswer: longAnswers(shop.db, config.DATABASE_CONNECTIONS),
  };
  await serveApi(server, shop, deps);
  await server.register(async (inbound) => inboundRoutes(inbound, deps));
  const dashboard = await dashboardRoutes(server, {
    ...deps,
    countCall: (reply, { account, memberId }, address) =>
      deps.countCall(reply, { caller: account ? ofAccount(account.id) : `member ${memberId}`, address }),
    sourceKinds: offeredKinds,
    settings: dashboardSettings(config, shop, mails),
    caseRules: caseRulesOf(config),
    jobRuns: () => jobRunsOf(life),
    hintsArrive: () => shop.hub.connected(),
    checks,
    shownSettings: () => showSettings(config),
    weakenedSettings: () => listWeakenedSettings(config),
  });
  serveDocumentation(server, deps.publicBaseUrl, pagesFolder === null);
  stopCleanly(server);
  return { server, dashboardRoutes: dashboard, routes };
}

/** Health, readiness and metrics; returns the function that checks every dependency. */
function watch(server: FastifyInstance, config: Config, { shop, metrics, life }: Omit<Whole, "mails">) {
  const waiters = measureRequests(server, metrics.registry);
  const hintsArrive = (): boolean => shop.hub.connected();
  const health = createHealth({ ...shop, config, jobRuns: () => jobRunsOf(life), hintsArrive });
  const checks = () => health.checks();
  addCollectedMetrics(metrics.registry, shop, {
    queues: Object.values(queuesOf(shop)).flat(),
    waiters: () => waiters,
    hintsArrive,
    checks,
    jobs: () => jobRunsOf(life),
    freeBytes: () => health.freeBytes(),
  });
  healthRoutes(server, {
    checks,
    hangs: () => hangs(jobRunsOf(life), shop.clock.now()),
    stopping: () => life.stopping,
    metrics: metrics.registry,
    metricsToken: config.METRICS_TOKEN,
    metricsLocally: proxyAdvice(config) === null,
  });
  return checks;
}

const dashboardSettings = (config: Config, { rules }: Shop, mails: boolean): DashboardSettings => ({
  signUpOpen: config.SIGN_UP === "open",
  currency: config.CURRENCY,
  lowBalanceMinor: config.LOW_BALANCE,
  largeAmountMinor: config.LARGE_AMOUNT,
  topUpInstructions: config.TOP_UP_INSTRUCTIONS,
  showsPrices: config.PUBLIC_PRICES === "shown",
  terms: config.TERMS_TEXT,
  termsVersion: rules.standing.termsVersion,
  mails,
  limits: { ...rules, requestsPerTenSeconds: config.RATE_LIMIT * 10, sandbox: sandboxRules(config) },
  retention: {
    messageRetentionDays: config.MESSAGE_RETENTION_DAYS,
    eventRetentionDays: config.EVENT_RETENTION_DAYS,
    quarantineDays: config.QUARANTINE_DAYS,
    evidenceRetentionDays: config.EVIDENCE_DAYS,
    caseRetentionDays: config.CASE_RETENTION_DAYS,
  },
  encryptionKey: config.ENCRYPTION_KEY === "" ? "file" : "setting",
});

const sandboxRules = (config: Config): SandboxRules => ({
  most: config.SANDBOX_LIMIT,
  perOrder: config.SANDBOX_ORDER_MESSAGES,
  perDay: config.SANDBOX_MESSAGES_A_DAY,
  addressFactor: config.ADDRESS_FACTOR,
});

function stopCleanly(server: FastifyInstance): void {
  // Fastify closes connections for requests that arrive from now on; requests already running must not leave theirs
  // open either.
  server.addHook("onSend", (_request, reply, _payload, done) => {
    if (!server.server.listening) void reply.header("connection", "close");
    done();
  });
  server.addHook("preClose", () => endIdleConnections(server.server));
}
