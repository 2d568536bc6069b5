import { Type, type Static } from "typebox";
import { assign } from "../../../domain/messages/assign.ts";
import { findCandidates } from "../../../domain/messages/find-candidates.ts";
import { countInbox, type InboxFilter } from "../../../domain/messages/inbox/queries.ts";
import { readInbox } from "../../../domain/messages/read-inbox.ts";
import { listOrdersOfAll } from "../../../domain/orders/lists/queries.ts";
import { actorOf, operators } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { readOrderId } from "../../../http/parameters.ts";
import {
  choice,
  digitsText,
  id,
  idParams as params,
  orderIdText,
  page,
  pageOf,
  period,
  periodOf,
  sort,
} from "../schemas.ts";
import { everyOrder } from "./orders.ts";
import { showInboxMessage, showOperatorOrder } from "./show.ts";
import { assigned, message } from "../answers/operator/messages.ts";
import { operatorOrder } from "../answers/operator/orders.ts";
import { answer, totals } from "../answers/shapes.ts";
import { showCount } from "../show.ts";

const config = { who: operators };
const query = Type.Object({
  ...page,
  ...period,
  sort,
  state: Type.Optional(choice(["unmatched", "all"])),
  source: Type.Optional(id),
  q: Type.Optional(digitsText),
  reveal: Type.Optional(choice(["1"])),
});
const filterOf = (asked: Static<typeof query>): InboxFilter => ({
  ...pageOf(asked),
  ...periodOf(asked),
  onlyUnmatched: (asked.state ?? "unmatched") === "unmatched",
  sourceId: asked.source ?? null,
  number: asked.q?.replace(/[+ ]/g, "") ?? null,
  ...(asked.sort ? { sort: asked.sort } : {}),
});
const mostCandidates = 200;

/** Incoming messages, and assigning unmatched ones by hand. */
export function messageRoutes(app: Routes, deps: DashboardDeps): void {
  app.get(
    "/operator/messages",
    { config, schema: { querystring: query, response: answer(Type.Array(message)) } },
    async (request) => {
      const looker = request.query.reveal ? { sealer: deps.sealer, actor: actorOf(request) } : null;
      return ok((await readInbox(deps, { ...filterOf(request.query), looker })).map(showInboxMessage));
    },
  );

  app.get(
    "/operator/messages/totals",
    { config, schema: { querystring: query, response: answer(totals) } },
    async (request) => ok(showCount(await countInbox(deps.db, filterOf(request.query)))),
  );

  app.get(
    "/operator/messages/:id/candidates",
    { config, schema: { params, response: answer(Type.Array(operatorOrder)) } },
    async (request) => {
      const { number, orderIds } = await findCandidates(deps, request.params.id);
      const orders = await listOrdersOfAll(deps.db, { ...everyOrder, number }, mostCandidates);
      return ok(orders.filter(({ orderId }) => orderIds.has(orderId)).map(showOperatorOrder));
    },
  );

  app.post(
    "/operator/messages/:id/assign",
    { config, schema: { params, body: Type.Object({ order_id: orderIdText }), response: answer(assigned) } },
    async (request) => {
      const messageId = request.params.id;
      const { order_id: text } = request.body;
      const input = { messageId, orderId: readOrderId(text), actor: actorOf(request) };
      return ok({ id: messageId, order_id: text, state: await assign(deps, input) });
    },
  );
}
