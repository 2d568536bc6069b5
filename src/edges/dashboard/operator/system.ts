import { Type, type Static } from "typebox";
import { verifyRecent } from "../../../domain/audit/chain/verify-recent.ts";
import { recordAction } from "../../../domain/audit/record-action.ts";
import { countActions, listActions, type ActionFilter } from "../../../domain/audit/queries.ts";
import { countWaitingReports } from "../../../domain/cases/abuse/queries.ts";
import { countWaitingRequests } from "../../../domain/cases/requests/queries.ts";
import { dismissLetter } from "../../../domain/mail/dismiss-letter.ts";
import { countLetters, letterStates, type LetterFilter } from "../../../domain/mail/queries.ts";
import { readOutbox } from "../../../domain/mail/read-outbox.ts";
import { listWeakened } from "../../../domain/safeguards/list-weakened.ts";
import { cached } from "../../../kit/cache.ts";
import type { Queryable } from "../../../kit/db.ts";
import { actorOf, operators } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { jobNotFound } from "../errors.ts";
import { choice, format, idParams, page, pageOf, period, periodOf, sort, text } from "../schemas.ts";
import { sendCsv } from "../send-csv.ts";
import { showCount, timeOrNull } from "../show.ts";
import { showAction, showJob } from "./show.ts";
import { readServer } from "../../../kit/db/facts.ts";
import { auditEntry, health, letter, ranJob } from "../answers/operator/system.ts";
import { answer, answerOrCsv, done, totals } from "../answers/shapes.ts";

const config = { who: operators };
const provedMilliseconds = 60_000;
const auditPage = 1000;
const auditQuery = Type.Object({
  ...page,
  ...period,
  sort,
  format,
  actor: Type.Optional(text(1, 254)),
  action: Type.Optional(text(1, 64)),
  q: Type.Optional(text(1, 254)),
});

const outboxQuery = Type.Object({
  ...page,
  ...period,
  sort,
  state: Type.Optional(choice(letterStates)),
  q: Type.Optional(text(1, 254)),
});
const jobParams = Type.Object({ name: text(1, 64) });

/** The audit log, the outbox, and whether everything works. */
export function systemRoutes(app: Routes, deps: DashboardDeps): void {
  const { db, settings } = deps;
  // The page asks every few seconds.
  const proveAudit = cached((_all: null) => verifyRecent(deps), provedMilliseconds);

  app.get(
    "/operator/audit",
    {
      config: { ...config, compress: true },
      schema: { querystring: auditQuery, response: answerOrCsv(Type.Array(auditEntry)) },
    },
    async (request, reply) => {
      const filter = actionsOf(request.query);
      const { limit } = pageOf(request.query);
      if (request.query.format === "csv") return sendCsv(reply, "audit.csv", auditCsv(db, filter));
      return ok((await listActions(db, filter, limit)).map(showAction));
    },
  );

  app.get(
    "/operator/audit/totals",
    { config, schema: { querystring: auditQuery, response: answer(totals) } },
    async (request) => ok(showCount(await countActions(db, actionsOf(request.query)))),
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
    { config, schema: { querystring: outboxQuery, response: answer(Type.Array(letter)) } },
    async (request) => {
      const filter = lettersOf(request.query);
      const { limit } = pageOf(request.query);
      const letters = await readOutbox(deps, { filter, limit, actor: actorOf(request) });
      return ok(
        letters.map(({ id, createdAt, recipient, subject, text: content, state: stands, sentAt, error }) => ({
          id,
          created_at: createdAt.toISOString(),
          to: recipient,
          subject,
          text: content,
          state: stands,
          sent_at: timeOrNull(sentAt),
          error,
        })),
      );
    },
  );

  app.get(
    "/operator/outbox/totals",
    { config, schema: { querystring: outboxQuery, response: answer(totals) } },
    async (request) => ok(showCount(await countLetters(db, lettersOf(request.query), deps.clock.now()))),
  );

  app.post(
    "/operator/outbox/:id/dismiss",
    { config, schema: { params: idParams, response: done } },
    async (request) => {
      await dismissLetter(deps, { id: request.params.id, actor: actorOf(request) });
      return ok({});
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
        cases: {
          late_reports: (await countWaitingReports(db, deps.clock.now())).late,
          notices_due: (await countWaitingRequests(db, deps.clock.now())).noticesDue,
        },
        audit: await proveAudit(null),
        smtp: settings.mails,
        encryption_key: settings.encryptionKey,
        jobs: deps.jobRuns().map(showJob),
        uptime_seconds: Math.round(process.uptime()),
        memory_mb: Math.round(process.memoryUsage.rss() / 1024 / 1024),
        node: process.version,
        settings: deps.shownSettings(),
        weakened: await listWeakened(db, {
          settings: deps.weakenedSettings(),
          maxOpenOrders: settings.limits.maxOpenOrders,
        }),
      });
    },
  );
}

const actionsOf = (asked: Static<typeof auditQuery>): ActionFilter => ({
  beforeId: pageOf(asked).beforeId,
  actor: asked.actor ?? null,
  action: asked.action ?? null,
  subject: asked.q ?? null,
  ...periodOf(asked),
  ...(asked.sort ? { sort: asked.sort } : {}),
});

const lettersOf = (asked: Static<typeof outboxQuery>): LetterFilter => ({
  beforeId: pageOf(asked).beforeId,
  state: asked.state ?? null,
  q: asked.q ?? null,
  ...periodOf(asked),
  ...(asked.sort ? { sort: asked.sort } : {}),
});

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
