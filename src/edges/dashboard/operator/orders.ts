import { Type } from "typebox";
import { inspectOrder } from "../../../domain/messages/inspect-order.ts";
import { listOrdersOfAll, type OrdersFilter } from "../../../domain/operations/sql.ts";
import { timelineOf } from "../../../domain/orders/timeline.ts";
import { moneyJson } from "../../../kit/money.ts";
import { actorOf, operators } from "../access.ts";
import { ok, type Dashboard, type DashboardDeps } from "../dashboard.ts";
import { orderIdOf, orderParams, showHappening } from "../routes/order.ts";
import { readTime } from "../read.ts";
import { choice, page, pageOf } from "../schemas.ts";
import { timeOrNull } from "../show.ts";
import { showInboxMessage, showOperatorOrder } from "./show.ts";

const statuses = "PLACING|FAILED|PENDING|RECEIVED|FINISHED|CANCELLED|EXPIRED";
const query = Type.Object({
  limit: page.limit,
  before: Type.Optional(
    Type.String({
      pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,12}Z\\|[0-9]{1,10}$",
      "x-expects": "be the cursor of the last row",
    }),
  ),
  q: Type.Optional(
    Type.String({ pattern: "^\\+?[0-9 ]{1,20}$", "x-expects": "be digits of a number, or an order_id" }),
  ),
  status: Type.Optional(
    Type.String({
      pattern: `^(${statuses})(,(${statuses}))*$`,
      "x-expects": "be one or several statuses, separated by commas",
    }),
  ),
  mode: Type.Optional(choice(["live", "test"])),
});

export const everyOrder: OrdersFilter = {
  q: null,
  status: null,
  mode: null,
  accountId: null,
  number: null,
  before: null,
};
const config = { who: operators };

/** Orders of all accounts. */
export function orderRoutes(app: Dashboard, deps: DashboardDeps): void {
  app.get("/operator/orders", { config, schema: { querystring: query } }, async (request) => {
    const { q, status, mode = null, before, limit } = request.query;
    const filter = {
      ...everyOrder,
      q: q?.replace(/[+ ]/g, "") ?? null,
      status: status?.split(",") ?? null,
      mode,
      before: before === undefined ? null : readCursor(before),
    };
    return ok((await listOrdersOfAll(deps.db, filter, pageOf({ limit }).limit)).map(showOperatorOrder));
  });

  app.get(
    "/operator/orders/:order_id",
    {
      config,
      schema: { params: orderParams, querystring: Type.Object({ reveal: Type.Optional(choice(["1"])) }) },
    },
    async (request) => {
      const looker = request.query.reveal ? { sealer: deps.sealer, actor: actorOf(request) } : null;
      const found = await inspectOrder(deps, { orderId: orderIdOf(request.params.order_id), looker });
      return ok(show(found));
    },
  );
}

function readCursor(text: string): OrdersFilter["before"] {
  const [time = "", id = ""] = text.split("|");
  return { createdAt: readTime("before", time), orderId: orderIdOf(id) };
}

function show({ order, username, wallet, postings, messages }: Awaited<ReturnType<typeof inspectOrder>>) {
  return {
    username,
    account_id: wallet.accountId,
    mode: wallet.mode,
    order: {
      order_id: String(order.orderId),
      service: order.service,
      country: order.country,
      provider: order.provider,
      pool_id: order.poolId,
      supplier: order.supplier,
      number: order.number,
      status: order.status,
      price: moneyJson(order.priceMinor),
      created_at: order.createdAt.toISOString(),
      expires_at: order.expiresAt.toISOString(),
      closed_at: timeOrNull(order.closedAt),
      report_reason: order.reportReason,
      key_id: order.keyId,
    },
    timeline: timelineOf(order, postings, messages).map(showHappening),
    messages: messages.map((message) =>
      showInboxMessage({ ...message, number: order.number ?? "", orderId: order.orderId }),
    ),
  };
}
