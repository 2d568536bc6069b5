import type { FastifyInstance } from "fastify";
import { createPermutation } from "./kit/ids.ts";
import type { Clock } from "./kit/clock.ts";
import { batch, inLanes } from "./kit/batch.ts";
import { lookUpInBatches } from "./kit/coalesce.ts";
import { isServerError, isUnreachable, openDb, type Db } from "./kit/db.ts";
import { endIdleConnections, stopListening } from "./kit/let-go.ts";
import type { Logger } from "./kit/log.ts";
import type { Sealer } from "./kit/seal.ts";
import { showSettings, type Config } from "./config.ts";
import { authenticate } from "./domain/accounts/authenticate.ts";
import { noteUses } from "./domain/accounts/note-uses.ts";
import { fillCatalog } from "./domain/catalog/fill.ts";
import { openHub } from "./domain/delivery/hub.ts";
import { receive } from "./domain/messages/join.ts";
import type { IncomingSms, Receipt } from "./domain/messages/message.ts";
import { receiveAll } from "./domain/messages/receive.ts";
import { createServiceRecognizer } from "./domain/messages/service.ts";
import { showMessages } from "./domain/messages/show.ts";
import { hangs } from "./domain/monitoring/health.ts";
import { listServices as listCatalog } from "./domain/catalog/sql.ts";
import type { OrderRules } from "./domain/orders/order.ts";
import { reserveAll, type Attempt, type Reserved } from "./domain/orders/reserve.ts";
import { lookUp } from "./domain/orders/look-up.ts";
import { ensureSource } from "./domain/sources/create-source.ts";
import { findSourcesByToken } from "./domain/sources/sql.ts";
import type { Supplier, Suppliers } from "./domain/suppliers/supplier.ts";
import { prefix, type Api, type ApiDeps } from "./edges/api/api.ts";
import { useAuth } from "./edges/api/auth.ts";
import { useBodies } from "./edges/api/body.ts";
import { createMetrics } from "./edges/api/metrics/metrics.ts";
import { measureRequests } from "./edges/api/metrics/requests.ts";
import { documentApi, serveDocumentation } from "./edges/api/openapi.ts";
import { listRoutes, type ListedRoute } from "./edges/api/route-list.ts";
import { refuseWhenOverloaded } from "./edges/api/overload.ts";
import { createServer } from "./edges/api/server.ts";
import { useValidation } from "./edges/api/validation.ts";
import { countriesRoute } from "./edges/api/routes/countries.ts";
import { endOrderRoutes } from "./edges/api/routes/end-order.ts";
import { extractRoute } from "./edges/api/routes/extract.ts";
import { eventsRoute } from "./edges/api/routes/events.ts";
import { healthRoutes } from "./edges/api/routes/health.ts";
import { ordersRoute } from "./edges/api/routes/orders.ts";
import { rentRoute } from "./edges/api/routes/rent.ts";
import { sandboxRoute } from "./edges/api/routes/sandbox.ts";
import { servicesRoute } from "./edges/api/routes/services.ts";
import { smsRoute } from "./edges/api/routes/sms.ts";
import { userRoute } from "./edges/api/routes/user.ts";
import type { DashboardRoute } from "./edges/dashboard/access.ts";
import { dashboardCodes } from "./edges/dashboard/errors.ts";
import { sessionCaller } from "./edges/dashboard/identify.ts";
import { servePages } from "./edges/dashboard/pages.ts";
import { dashboardRoutes } from "./edges/dashboard/plugin.ts";
import { sourceKinds } from "./edges/inbound/kinds.ts";
import { inboundRoutes } from "./edges/inbound/routes.ts";
import { createSmtp } from "./edges/mail/smtp.ts";
import { deliverDue } from "./edges/upstream/sandbox/deliver.ts";
import { createSandbox } from "./edges/upstream/sandbox/sandbox.ts";
import { addReadFigures } from "./figures.ts";
import { createHealth } from "./health.ts";
import { startJobs, type Jobs } from "./jobs/jobs.ts";

export interface AppOptions {
  config: Config;
  connectionString: string;
  log: Logger;
  clock: Clock;
  sealer: Sealer;
  /** The dashboard's built pages; null: there are none. */
  pagesFolder: string | null;
  /** Those besides our inventory and the sandbox. */
  suppliers?: Supplier[];
}

export interface App {
  db: Db;
  /** Listens, and starts the clock's work; answers the address. */
  listen(host: string, port: number): Promise<string>;
  /** Finishes running requests and jobs, then lets go of the database. */
  close(): Promise<void>;
  server: FastifyInstance;
  /** The dashboard's routes with who may use them. */
  dashboardRoutes: DashboardRoute[];
  /** Every route of every edge, as the router has it. */
  routes: ListedRoute[];
}

/** How many share one statement at the most: beyond that a batch only makes everybody wait. */
const maxSize = 200;
/** Batches of rents, and of messages, beside each other: the database works while we read and answer. */
const lanes = [1, 2];

/** The one place that knows everybody: hands each part what it needs. */
export async function createApp({
  config,
  connectionString,
  log,
  clock,
  sealer,
  pagesFolder,
  suppliers: others = [],
}: AppOptions): Promise<App> {
  const metrics = createMetrics();
  const db = openDb({
    connectionString,
    log,
    maxConnections: config.DATABASE_CONNECTIONS,
    slowMilliseconds: config.SLOW_STATEMENT_MILLISECONDS,
    onSlow(statement, milliseconds) {
      metrics.slowStatements.inc();
      const shown = statement.replaceAll(/\s+/g, " ").trim();
      log.warn({ statement: shown, milliseconds: Math.round(milliseconds) }, "a statement was slow");
    },
  });
  const deps = { db, clock, log, sealer };
  await fillCatalog(deps, config.DEFAULT_PRICE);
  const sandboxSourceId = await ensureSource(deps, "sandbox");
  const recognize = createServiceRecognizer(await listCatalog(db));
  const hub = openHub({ connectionString, log, onSilence: () => db.renew() });

  const sandbox = createSandbox({
    ...deps,
    messageSeconds: config.SANDBOX_MESSAGE_SECONDS,
    random: Math.random,
  });
  const suppliers: Suppliers = new Map([sandbox, ...others].map((supplier) => [supplier.name, supplier]));
  const rules: OrderRules = {
    activationSeconds: config.ACTIVATION_SECONDS,
    cancelLockSeconds: config.CANCEL_LOCK_SECONDS,
    maxOpenOrders: config.MAX_OPEN_ORDERS,
    quarantineSeconds: config.QUARANTINE_DAYS * 86_400,
    reuseSeconds: config.REUSE_SECONDS,
    supplierSeconds: config.SUPPLIER_SECONDS,
  };
  const orderIdOf = createPermutation(await orderIdKey(db));
  // A batch that the database surely undid may be tried again one by one; one whose commit is in doubt may not.
  const isHarmless = (error: unknown): boolean => isServerError(error) && !isUnreachable(error);
  const writes = { maxSize, isHarmless };
  const reads = { maxSize, concurrency: 2, isHarmless: () => true };
  const queues = {
    rents: lanes.map((lane) => metrics.queue(`rents ${lane}`)),
    messages: lanes.map((lane) => metrics.queue(`messages ${lane}`)),
    lookUps: metrics.queue("keys and orders"),
    sources: metrics.queue("sources"),
    texts: metrics.queue("texts"),
  };

  const reserve = inLanes<Attempt, Reserved>(
    queues.rents,
    ({ request }) => request.walletId,
    (queue) =>
      batch(
        async (attempts) => {
          const reserved = await reserveAll({ ...deps, rules, orderIdOf }, attempts);
          for (const one of reserved)
            if (!(one instanceof Error) && one.kind === "reserved")
              metrics.rented.inc({ supplier: one.order.supplier });
          return reserved;
        },
        { ...writes, queue },
      ),
  );
  const receiveWhole = inLanes<IncomingSms, Receipt>(
    queues.messages,
    ({ number }) => Number(number),
    (queue) => batch((batched) => receiveAll({ ...deps, recognize }, batched), { ...writes, queue }),
  );
  const receiveSms = async (sms: IncomingSms): Promise<Receipt> => {
    const receipt = await receive({ ...deps, receiveWhole }, sms);
    metrics.messages.inc({ receipt });
    return receipt;
  };
  const { findKey, findView } = lookUp(db, { ...reads, queue: queues.lookUps });
  const findSource = lookUpInBatches(
    (hashes: Buffer[]) => findSourcesByToken(db, hashes),
    hex,
    (row) => hex(row.tokenHash),
    { ...reads, queue: queues.sources },
  );
  const uses = noteUses(db);

  const catalog = { ...deps, suppliers };
  const apiDeps: ApiDeps = {
    ...catalog,
    hub,
    rules,
    reserve,
    receive: receiveSms,
    recognize,
    sandboxSourceId,
    findView,
    findMessages: batch(
      async (ids) => {
        const shown = await showMessages(deps, [...new Set(ids)]);
        return ids.map((id) => shown.get(id) ?? []);
      },
      { ...reads, queue: queues.texts },
    ),
    publicBaseUrl: () => baseUrl ?? publicBaseUrl(config, server),
  };

  let stopping = false;
  let baseUrl: string | undefined;
  const server = await createServer({
    log,
    trustedProxies: config.TRUSTED_PROXIES,
    isHttps: config.PUBLIC_BASE_URL.startsWith("https:"),
    moreCodes: dashboardCodes,
    onRefusal: (route, code) => metrics.refused.inc({ route, code }),
    answerElsewhere: (request, reply) => answerPage(request, reply),
  });
  const everyRoute = listRoutes(server);
  const answerPage = pagesFolder === null ? () => false : await servePages(server, pagesFolder);
  refuseWhenOverloaded(server, {
    patienceMilliseconds: config.OVERLOAD_MILLISECONDS,
    queues: {
      rent: [queues.lookUps, ...queues.rents],
      api: [queues.lookUps, queues.texts],
      dashboard: [queues.lookUps, ...queues.rents],
      inbound: [queues.sources, ...queues.messages],
    },
    onShed: (kind) => metrics.shed.inc({ kind }),
  });
  const waiters = measureRequests(server, metrics.registry);
  useBodies(server);
  useValidation(server);
  await documentApi(server);
  let jobs: Jobs | undefined;
  const turns = () => jobs?.runs ?? [];
  const health = createHealth({ ...deps, config, turns, hintsArrive: () => hub.connected() });
  addReadFigures(metrics.registry, deps, {
    queues: Object.values(queues).flat(),
    waiters: () => waiters,
    hintsArrive: () => hub.connected(),
    checks: () => health.checks(),
    jobs: turns,
    freeBytes: () => health.freeBytes(),
  });
  healthRoutes(server, {
    checks: () => health.checks(),
    hangs: () => hangs(turns(), clock.now()),
    stopping: () => stopping,
    metrics: metrics.registry,
    metricsToken: config.METRICS_TOKEN,
  });
  await server.register(
    async (api) => {
      useAuth(api, {
        authenticate: (key, ip) => authenticate({ clock, findKey, noteUse: uses.note }, key, ip),
        session: (request) => sessionCaller(apiDeps, request),
        rateLimit: config.RATE_LIMIT,
      });
      const routes = [
        userRoute,
        countriesRoute,
        servicesRoute,
        rentRoute,
        smsRoute,
        ordersRoute,
        endOrderRoutes,
        eventsRoute,
        sandboxRoute,
        extractRoute,
      ];
      for (const route of routes) route(api as unknown as Api, apiDeps);
    },
    { prefix },
  );
  await server.register(async (inbound) =>
    inboundRoutes(inbound, {
      findSource,
      sealer,
      clock,
      log,
      receive: receiveSms,
      publicBaseUrl: apiDeps.publicBaseUrl,
    }),
  );
  const sendLetter = createSmtp(config.SMTP_URL, config.MAIL_FROM);
  const routes = await dashboardRoutes(server, {
    ...apiDeps,
    log,
    sealer,
    sourceKinds,
    settings: {
      signUpOpen: config.SIGN_UP === "open",
      currency: config.CURRENCY,
      lowBalanceMinor: config.LOW_BALANCE,
      topUpInstructions: config.TOP_UP_INSTRUCTIONS,
      mails: sendLetter !== null,
      limits: { ...rules, requestsPerTenSeconds: config.RATE_LIMIT * 10 },
      encryptionKey: config.ENCRYPTION_KEY === "" ? "file" : "setting",
    },
    jobRuns: turns,
    hintsArrive: () => hub.connected(),
    checks: () => health.checks(),
    shownSettings: () => showSettings(config),
  });
  await serveDocumentation(server, apiDeps.publicBaseUrl, pagesFolder === null);

  // Fastify says so for what comes from then on; what is under way already must not leave its connection in use either.
  server.addHook("onSend", (_request, reply, _payload, done) => {
    if (!server.server.listening) void reply.header("connection", "close");
    done();
  });
  server.addHook("preClose", () => endIdleConnections(server.server));
  return {
    db,
    server,
    dashboardRoutes: routes,
    routes: everyRoute,
    async listen(host, port) {
      const address = await server.listen({ host, port });
      baseUrl = publicBaseUrl(config, server); // Asking the socket costs as much as reading a message.
      jobs = startJobs({
        ...deps,
        rules,
        suppliers,
        flushKeyUses: uses.flush,
        deliverSandboxMessages: () => deliverDue({ ...deps, sourceId: sandboxSourceId, receive: receiveSms }),
        sendLetter,
        messageRetentionDays: config.MESSAGE_RETENTION_DAYS,
        eventRetentionDays: config.EVENT_RETENTION_DAYS,
        onTurn: metrics.jobDone,
      });
      return address;
    },
    async close() {
      stopping = true;
      await stopListening(server.server);
      const closed = server.close();
      await hub.close(); // Wakes who waits, so that waiting requests are answered now.
      await closed;
      await jobs?.stop();
      await uses
        .flush()
        .catch((error: unknown) => log.warn({ err: error }, "the last uses of keys were not noted"));
      await db.end();
    },
  };
}

const hex = (bytes: Buffer): string => bytes.toString("hex");

/** Made once for the installation: every process must encipher order numbers alike. */
async function orderIdKey(db: Db): Promise<string> {
  await db.rows(
    `insert into installation (name, value) values ('order id key', gen_random_uuid()::text) on conflict do nothing`,
  );
  const [row] = await db.rows<{ value: string }>(
    `select value from installation where name = 'order id key'`,
  );
  return (row as { value: string }).value;
}

function publicBaseUrl(config: Config, server: FastifyInstance): string {
  if (config.PUBLIC_BASE_URL !== "") return config.PUBLIC_BASE_URL;
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : config.PORT;
  return `http://${config.HOST}:${port}`;
}
