import { Type } from "typebox";
import { listActions } from "../../../domain/audit/sql.ts";
import { readOutbox } from "../../../domain/mail/read-outbox.ts";
import { actorOf, operators } from "../access.ts";
import { ok, type Dashboard, type DashboardDeps } from "../dashboard.ts";
import { page, pageOf, text } from "../schemas.ts";
import { timeOrNull } from "../show.ts";
import { showAction, showJob } from "./show.ts";
import { readServer } from "./sql.ts";

const config = { who: operators };
const auditQuery = Type.Object({
  ...page,
  actor: Type.Optional(text(1, 254)),
  action: Type.Optional(text(1, 64)),
  q: Type.Optional(text(1, 254)),
});

/** What was done, what waits to be mailed, and whether everything works. */
export function systemRoutes(app: Dashboard, deps: DashboardDeps): void {
  const { db, settings } = deps;

  app.get("/operator/audit", { config, schema: { querystring: auditQuery } }, async (request) => {
    const { actor = null, action = null, q: subject = null } = request.query;
    const { beforeId, limit } = pageOf(request.query);
    return ok((await listActions(db, { beforeId, actor, action, subject }, limit)).map(showAction));
  });

  app.get("/operator/outbox", { config, schema: { querystring: Type.Object(page) } }, async (request) => {
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
  });

  app.get("/operator/health", { config }, async () => {
    const began = performance.now();
    const { version, migrations } = await readServer(db);
    const checks = await deps.checks();
    return ok({
      database: { ok: true, version, milliseconds: Math.round(performance.now() - began) },
      migrations,
      hints: deps.hintsArrive(),
      // Everything is sealed always; the question is whether this process has the key.
      encryption: checks["encryption"]?.level === "ok",
      checks,
      smtp: settings.mails,
      jobs: deps.jobRuns().map(showJob),
      uptime_seconds: Math.round(process.uptime()),
      memory_mb: Math.round(process.memoryUsage.rss() / 1024 / 1024),
      node: process.version,
      settings: deps.shownSettings(),
    });
  });
}
