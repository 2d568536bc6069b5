import { Type } from "typebox";
import { secondsAfter } from "../../../kit/clock.ts";
import { endSession } from "../../../domain/sessions/end-session.ts";
import { idleSeconds, longestSeconds } from "../../../domain/sessions/session.ts";
import { listSessions } from "../../../domain/sessions/queries.ts";
import { actorOf } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { idParams } from "../schemas.ts";
import { session } from "../answers/member.ts";
import { answer, done } from "../answers/shapes.ts";

const config = { who: "member" } as const;

/** Where a member is signed in. */
export function sessionRoutes(app: Routes, deps: DashboardDeps): void {
  app.get("/sessions", { config, schema: { response: answer(Type.Array(session)) } }, async ({ signed }) => {
    const at = deps.clock.now();
    const idleSince = secondsAfter(at, -idleSeconds);
    const sessions = await listSessions(
      deps.db,
      signed.memberId,
      idleSince,
      secondsAfter(at, -longestSeconds),
    );
    return ok(
      sessions.map(({ id, createdAt, lastSeenAt, ip, userAgent }) => ({
        id,
        created_at: createdAt.toISOString(),
        last_seen_at: lastSeenAt.toISOString(),
        ip,
        user_agent: userAgent,
        current: id === signed.sessionId,
      })),
    );
  });

  app.delete("/sessions/:id", { config, schema: { params: idParams, response: done } }, async (request) => {
    const { memberId } = request.signed;
    await endSession(deps, { memberId, sessionId: request.params.id, actor: actorOf(request) });
    return ok({});
  });
}
