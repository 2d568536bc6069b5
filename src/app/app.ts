import type { Config } from "../config.ts";
import { createMetrics, type Metrics } from "../http/metrics/metrics.ts";
import { noteAddress } from "../domain/installation/address.ts";
import { keepAnchors } from "../start/anchor-file.ts";
import { openLinks } from "../edges/inbound/links.ts";
import { createWebPush } from "../edges/push/web-push.ts";
import { createSmtp } from "../edges/mail/smtp.ts";
import { startJobs, type JobDeps, type Jobs } from "../jobs/jobs.ts";
import type { Db } from "../kit/db.ts";
import { stopListening } from "../kit/graceful-shutdown.ts";
import type { Queue } from "../kit/queue.ts";
import { publicBaseUrl, type Life } from "./life.ts";
import type { AppOptions } from "./options.ts";
import { requestKinds } from "./areas.ts";
import { serve, type Served } from "./serve.ts";
import { openShop, queuesOf, type Shop } from "./shop.ts";

export interface App extends Served {
  db: Db;
  /** The batches of the domain in which requests can queue. */
  queues: Queue[];
  /** Listens, and starts the scheduled jobs; returns the address. */
  listen(host: string, port: number): Promise<string>;
  /** Finishes running requests and jobs, then closes the database. */
  close(): Promise<void>;
}

/** A stop does not wait longer for the database: by then every lock wait has timed out (kit/db.ts). */
const silentMilliseconds = 10_000;

/** Wires the whole system together: the domain (app/shop.ts), its edges (app/serve.ts), and the scheduled jobs. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, log } = options;
  const metrics = createMetrics(requestKinds);
  const shop = await openShop(options, metrics);
  const life: Life = { stopping: false };
  const sendLetter = createSmtp(config.SMTP_URL, config.MAIL_FROM);
  const served = await serve(options, { shop, metrics, life, mails: sendLetter !== null });
  const { server } = served;
  const links = openLinks(shop);
  return {
    ...served,
    db: shop.db,
    queues: Object.values(queuesOf(shop)).flat(),
    async listen(host, port) {
      const address = await server.listen({ host, port });
      life.baseUrl = publicBaseUrl(config, server); // Asking the socket costs as much as reading a message.
      await noteAddress(shop.db, life.baseUrl);
      const sendPush = createWebPush(() => pushSubject(config, life.baseUrl), options.pushAgent);
      life.jobs = beginWork(options, shop, metrics, { sendLetter, sendPush, holdLinks: links.hold });
      return address;
    },
    async close() {
      life.stopping = true;
      shop.db.abandonWhenSilent(silentMilliseconds);
      await stopListening(server.server);
      const closed = server.close();
      await shop.hub.close(); // Wakes waiting requests, so that they are answered now.
      await closed;
      await life.jobs?.stop();
      await links
        .close()
        .catch((error: unknown) =>
          log.warn({ err: error }, "the links were not handed on; their lease ends soon"),
        );
      await shop.keyUses
        .flush()
        .catch((error: unknown) => log.warn({ err: error }, "the last uses of keys were not noted"));
      await shop.refusals
        .flush()
        .catch((error: unknown) => log.warn({ err: error }, "the last refusals were not counted"));
      await shop.heard
        .flush()
        .catch((error: unknown) => log.warn({ err: error }, "what the lines heard last was not noted"));
      await shop.db.end();
    },
  };
}

/** The scheduled jobs. */
function beginWork(
  { config, anchorFile }: AppOptions,
  shop: Shop,
  metrics: Metrics,
  edges: Pick<JobDeps, "sendLetter" | "sendPush" | "holdLinks">,
): Jobs {
  return startJobs({
    ...shop,
    flushKeyUses: shop.keyUses.flush,
    flushRefusals: shop.refusals.flush,
    flushHeard: shop.heard.flush,
    ...edges,
    messageRetentionDays: config.MESSAGE_RETENTION_DAYS,
    eventRetentionDays: config.EVENT_RETENTION_DAYS,
    evidenceRetentionDays: config.EVIDENCE_DAYS,
    caseRetentionDays: config.CASE_RETENTION_DAYS,
    auditMailbox: config.AUDIT_MAILBOX,
    keepAnchors: async (anchors) => {
      if (anchorFile !== null) await keepAnchors(anchorFile, anchors);
    },
    onTurn: metrics.jobDone,
  });
}

/** Push services want to know whom to turn to: the public address, or else the mail address (RFC 8292, 2.1). */
const pushSubject = ({ MAIL_FROM }: Config, baseUrl = ""): string =>
  baseUrl.startsWith("https:") ? baseUrl : `mailto:${/<([^>]+)>/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM}`;
