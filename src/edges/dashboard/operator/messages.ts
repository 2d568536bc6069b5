import { Type } from "typebox";
import { assign } from "../../../domain/messages/assign.ts";
import { findCandidates } from "../../../domain/messages/find-candidates.ts";
import { readInbox } from "../../../domain/messages/read-inbox.ts";
import { listOrdersOfAll } from "../../../domain/orders/lists/queries.ts";
import { actorOf, operators } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { readOrderId } from "../../../http/parameters.ts";
import { choice, digitsText, id, idParams as params, orderIdText, page, pageOf } from "../schemas.ts";
import { everyOrder } from "./orders.ts";
import { showInboxMessage, showOperatorOrder } from "./show.ts";
import { assigned, message } from "../answers/operator/messages.ts";
import { operatorOrder } from "../answers/operator/orders.ts";
import { answer } from "../answers/shapes.ts";

const config = { who: operators };
const query = Type.Object({
  ...page,
  state: Type.Optional(choice(["unmatched", "all"])),
  source: Type.Optional(id),
  q: Type.Optional(digitsText),
  reveal: Type.Optional(choice(["1"])),
});
const mostCandidates = 200;

/** Incoming messages, and assigning unmatched ones by hand. */
export function messageRoutes(app: Routes, deps: DashboardDeps): void {
  app.get(
    "/operator/messages",
    { config, schema: { querystring: query, response: answer(Type.Array(message)) } },
    async (request) => {
      const { state = "unmatched", source: sourceId = null, q, reveal } = request.query;
      const looker = reveal ? { sealer: deps.sealer, actor: actorOf(request) } : null;
      const filter = {
        ...pageOf(request.query),
        onlyUnmatched: state === "unmatched",
        sourceId,
        number: q?.replace(/[+ ]/g, "") ?? null,
      };
      return ok((await readInbox(deps, { ...filter, looker })).map(showInboxMessage));
    },
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
