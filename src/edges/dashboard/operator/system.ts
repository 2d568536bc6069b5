import { Type } from "typebox";
import { recordAction } from "../../../domain/audit/record-action.ts";
import { listActions, type ActionFilter } from "../../../domain/audit/queries.ts";
import { readOutbox } from "../../../domain/mail/read-outbox.ts";
import type { Queryable } from "../../../kit/db.ts";
import { actorOf, operators } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { jobNotFound } from "../errors.ts";
import { readTime } from "../../../http/parameters.ts";
import { format, page, pageOf, text, timeText } from "../schemas.ts";
import { sendCsv } from "../send-csv.ts";
import { timeOrNull } from "../show.ts";
import { showAction, showJob } from "./show.ts";
import { readServer } from "../../../kit/db/facts.ts";
import { auditEntry, health, letter, ranJob } from "../answers/operator/system.ts";
import { answer, answerOrCsv } from "../answers/shapes.ts";

const config = { who: operators };
const auditPage = 1000;
const auditQuery = Type.Object({
  ...page,
  from: Type.Optional(timeText),
  to: Type.Optional(timeText),
  format,
  actor: Type.Optional(text(1, 254)),
  action: Type.Optional(text(1, 64)),
  q: Type.Optional(text(1, 254)),
});

const jobParams = Type.Object({ name: text(1, 64) });

/** The audit log, the outbox, and whether everything works. */
export function systemRoutes(app: Routes, deps: DashboardDeps): void {
  const { db, settings } = deps;

  app.get(
    "/operator/audit",
    {
      config: { ...config, compress: true },
      schema: { querystring: auditQuery, response: answerOrCsv(Type.Array(auditEntry)) },
    },
    async (request, reply) => {
      const { actor = null, action = null, q: subject = null, from, to } = request.query;
      const { beforeId, limit } = pageOf(request.query);
      const filter = {
        beforeId,
        actor,
        action,
        subject,
        from: from === undefined ? null : readTime("from", from),
        to: to === undefined ? null : readTime("to", to),
      };
      if (request.query.format === "csv") return sendCsv(reply, "audit.csv", auditCsv(db, filter));
      return ok((await listActions(db, filter, limit)).map(showAction));
    },
  );

  app.post(
    "/operator/jobs/:name/run",
    { config, schema: { params: jobParams, response: answer(ranJob) } },
    async (request) => {
      const job = deps.jobRuns().find(({ name }) => name === request.params.name);
      if (!job) throw jobNotFound(request.params.name);
      await recordAction(db, {
        at: deps.clock.now(),
        actor: actorOf(request),
        action: "job.run",
        subject: job.name,
      });
      return ok({ ...showJob(job), went_well: await job.runNow() });
    },
  );

  app.get(
    "/operator/outbox",
    { config, schema: { querystring: Type.Object(page), response: answer(Type.Array(letter)) } },
    async (request) => {
      const letters = await readOutbox(deps, { ...pageOf(request.query), actor: actorOf(request) });
      return ok(
        letters.map(({ id, createdAt, recipient, subject, text: content, sentAt, error }) => ({
          id,
          created_at: createdAt.toISOString(),
          to: recipient,
          subject,
          text: content,
          sent_at: timeOrNull(sentAt),
          error,
        })),
      );
    },
  );

  app.get(
    "/operator/health",
    { config: { ...config, compress: true }, schema: { response: answer(health) } },
    async () => {
      const began = performance.now();
      const { version, migrations } = await readServer(db);
      const checks = await deps.checks();
      return ok({
        database: { ok: true, version, milliseconds: Math.round(performance.now() - began) },
        migrations,
        hints: deps.hintsArrive(),
        // Everything is always sealed; the question is whether this process has the key.
        encryption: checks["encryption"]?.level === "ok",
        checks,
        smtp: settings.mails,
        encryption_key: settings.encryptionKey,
        jobs: deps.jobRuns().map(showJob),
        uptime_seconds: Math.round(process.uptime()),
        memory_mb: Math.round(process.memoryUsage.rss() / 1024 / 1024),
        node: process.version,
        settings: deps.shownSettings(),
      });
    },
  );
}

async function* auditCsv(db: Queryable, filter: ActionFilter): AsyncGenerator<unknown[]> {
  yield ["id", "at", "actor", "action", "subject", "detail"];
  for (let { beforeId } = filter; ;) {
    const actions = await listActions(db, { ...filter, beforeId }, auditPage);
    for (const { id, at, actor, action, subject, detail } of actions)
      yield [id, at.toISOString(), actor, action, subject, JSON.stringify(detail)];
    const last = actions.at(-1);
    if (actions.length < auditPage || !last) return;
    beforeId = last.id;
  }
}
