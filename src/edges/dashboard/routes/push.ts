import { Type } from "typebox";
import { pushKeys } from "../../../domain/push/push-keys.ts";
import { hasSubscription } from "../../../domain/push/queries.ts";
import { subscribe, unsubscribe } from "../../../domain/push/subscribe.ts";
import { ok } from "../../../http/ok.ts";
import type { Routes } from "../../../http/routes.ts";
import { accountOf, developers } from "../access.ts";
import { push } from "../answers/push.ts";
import { answer, done } from "../answers/shapes.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { text } from "../schemas.ts";

const config = { who: developers };
const body = Type.Object({ endpoint: text(1, 2000), p256dh: text(1, 200), auth: text(1, 100) });

/** Whether this browser is told of codes that arrive while no page is open. */
export function pushRoutes(app: Routes, deps: DashboardDeps): void {
  app.get("/push", { config, schema: { response: answer(push) } }, async ({ signed }) =>
    ok({
      public_key: (await pushKeys(deps)).publicKey,
      on: await hasSubscription(deps.db, signed.sessionId),
    }),
  );

  app.put("/push", { config, schema: { body, response: done } }, async (request) => {
    const { sessionId } = request.signed;
    await subscribe(deps, { sessionId, accountId: accountOf(request).id, target: request.body });
    return ok({});
  });

  app.delete("/push", { config, schema: { response: done } }, async ({ signed }) => {
    await unsubscribe(deps, signed.sessionId);
    return ok({});
  });
}
