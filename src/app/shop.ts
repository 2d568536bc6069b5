import { openDb } from "../kit/db.ts";
import type { Queue } from "../kit/queue.ts";
import type { Config } from "../config.ts";
import { termsVersionWith } from "../domain/accounts/terms.ts";
import { openKeyUses, type KeyUses } from "../domain/accounts/note-uses.ts";
import { listServices } from "../domain/catalog/queries.ts";
import { openCounts, type Counts } from "../domain/limits/counts.ts";
import { readCountries } from "../domain/catalog/data.ts";
import { parseNeverShown, readNeverShown } from "../domain/catalog/never-shown.ts";
import { openNeverShown, type IsNeverShown } from "../domain/messages/never-shown.ts";
import { openHub, type Hub } from "../domain/delivery/hub.ts";
import type { Deps } from "../domain/deps.ts";
import type { Receipt } from "../domain/messages/message.ts";
import { openHeard, type Heard } from "../domain/lines/heard.ts";
import { openReceiving, type Receiving } from "../domain/messages/receive.ts";
import type { ReceiveAllDeps } from "../domain/messages/receive-all.ts";
import { openTexts, type Texts } from "../domain/messages/show.ts";
import { createServiceRecognizer, type RecognizeService } from "../domain/messages/service.ts";
import { openLookUps, type LookUps } from "../domain/orders/look-ups.ts";
import type { OrderRules } from "../domain/orders/order.ts";
import { updateCatalog } from "../domain/orders/update-catalog.ts";
import { openRents, type Rents } from "../domain/orders/rents.ts";
import { makeFirstPools } from "../domain/pools/make-first-pools.ts";
import { openRefusalCounts, type RefusalCounts } from "../domain/refusals/count-refusals.ts";
import { bindSealed } from "../domain/sealing/bind-sealed.ts";
import { ensureSource } from "../domain/sources/create-source.ts";
import { openNonces, type Nonces } from "../domain/sources/nonces.ts";
import { openSourceLookUps, type SourceLookUps } from "../domain/sources/look-ups.ts";
import type { Suppliers } from "../domain/suppliers/supplier.ts";
import type { Metrics } from "../http/metrics/metrics.ts";
import { createSandbox } from "../edges/upstream/sandbox/sandbox.ts";
import type { AppOptions } from "./options.ts";
import type { Queues } from "./areas.ts";

/** ZapOTP's use cases, wired together and ready to be called; it knows nothing of HTTP. */
export interface Shop extends Deps {
  rents: Rents;
  receiving: Receiving;
  /** How long the parts of a message wait for each other. */
  partsSeconds: number;
  lookUps: LookUps;
  sources: SourceLookUps;
  nonces: Nonces;
  texts: Texts;
  counts: Counts;
  rules: OrderRules;
  suppliers: Suppliers;
  hub: Hub;
  recognize: RecognizeService;
  /** The source that sandbox messages come from. */
  sandboxSourceId: number;
  keyUses: KeyUses;
  refusals: RefusalCounts;
  heard: Heard;
}

/** Opens the database and puts the use cases together; fills the catalogue if it is empty. */
export async function openShop(options: AppOptions, metrics: Metrics): Promise<Shop> {
  const { config, connectionString, log, clock, sealer } = options;
  const db = openDb({
    connectionString,
    log,
    ...options.patience,
    maxConnections: config.DATABASE_CONNECTIONS,
    slowMilliseconds: config.SLOW_STATEMENT_MILLISECONDS,
    onSlow(statement, milliseconds) {
      metrics.slowStatements.inc();
      const shown = statement.replaceAll(/\s+/g, " ").trim();
      log.warn({ statement: shown, milliseconds: Math.round(milliseconds) }, "a statement was slow");
    },
  });
  const deps = { db, clock, log, sealer };
  await bindSealed(deps);
  await updateCatalog(deps);
  await makeFirstPools(deps, config.DEFAULT_PRICE);
  const recognize = createServiceRecognizer(await listServices(db));
  const rules = rulesOf(config);
  const isNeverShown = neverShownBy(config);
  const sandboxSourceId = await ensureSource(deps, "sandbox");
  return {
    ...deps,
    rules,
    recognize,
    suppliers: suppliersOf(options, deps),
    sandboxSourceId,
    hub: openHub({ connectionString: options.listenConnectionString ?? connectionString, db, log }),
    keyUses: openKeyUses(db),
    refusals: openRefusalCounts(deps),
    heard: openHeard(deps),
    partsSeconds: config.PARTS_SECONDS,
    ...(await openBatches({ ...deps, rules, recognize, isNeverShown, sandboxSourceId }, metrics)),
  };
}

/** The use cases whose calls are batched across callers. */
async function openBatches(deps: Deps & ReceiveAllDeps & { rules: OrderRules }, metrics: Metrics) {
  const openQueue = (name: string): Queue => metrics.queue(name);
  const onReserved = ({ supplier }: { supplier: string }): void => metrics.rented.inc({ supplier });
  const onReceipt = (receipt: Receipt): void => metrics.messages.inc({ receipt });
  return {
    rents: await openRents(deps, { openQueue, onReserved }),
    receiving: openReceiving(deps, { openQueue, onReceipt }),
    lookUps: openLookUps(deps.db, openQueue),
    sources: openSourceLookUps(deps.db, openQueue),
    nonces: openNonces(deps.db, openQueue),
    texts: openTexts(deps, openQueue),
    counts: openCounts(deps, openQueue),
  };
}

export const queuesOf = ({ rents, receiving, lookUps, sources, nonces, texts, counts }: Shop): Queues => ({
  rents: rents.queues,
  messages: receiving.queues,
  lookUps: lookUps.queue,
  sources: sources.queue,
  nonces: nonces.queue,
  texts: texts.queue,
  limits: counts.queue,
});

function suppliersOf({ config, suppliers = [] }: AppOptions, deps: Deps): Suppliers {
  const messageSeconds = config.SANDBOX_MESSAGE_SECONDS;
  const sandbox = createSandbox({ ...deps, messageSeconds, random: Math.random });
  return new Map([sandbox, ...suppliers].map((supplier) => [supplier.name, supplier]));
}

function neverShownBy(config: Config): IsNeverShown {
  const entries = [
    ...(config.BANK_AND_STATE_MESSAGES === "hidden" ? readNeverShown() : []),
    ...parseNeverShown("sender", config.NEVER_SHOWN_SENDERS),
    ...parseNeverShown("text", config.NEVER_SHOWN_TEXTS),
  ];
  return openNeverShown(entries, new Map(readCountries().map(({ code, dialCode }) => [code, dialCode])));
}

const rulesOf = (config: Config): OrderRules => ({
  activationSeconds: config.ACTIVATION_SECONDS,
  cancelLockSeconds: config.CANCEL_LOCK_SECONDS,
  maxOpenOrders: config.MAX_OPEN_ORDERS,
  rentsPerOpenOrder: config.RENTS_PER_OPEN_ORDER,
  addressFactor: config.ADDRESS_FACTOR,
  leastCodesPercent: config.LEAST_CODES_PERCENT,
  maxMessages: config.MAX_MESSAGES,
  quarantineSeconds: config.QUARANTINE_DAYS * 86_400,
  reuseSeconds: config.REUSE_SECONDS,
  supplierSeconds: config.SUPPLIER_SECONDS,
  triesPerPool: config.TRIES_PER_POOL,
  sanctioned: config.SANCTIONED_COUNTRIES,
  standing: {
    termsVersion: termsVersionWith(config.TERMS_VERSION),
    termsDays: config.TERMS_DAYS,
    tierOpenOrders: config.TIER_OPEN_ORDERS,
    tierSpendMinor: config.TIER_SPEND_A_DAY,
    newAccountHours: config.NEW_ACCOUNT_HOURS,
  },
  wholeRestSeconds: config.WHOLE_NUMBER_REST_DAYS * 86_400,
});
