import { Type, type Static } from "typebox";
import { readCountryCode } from "../../../domain/catalog/country-code.ts";
import { inspectOrder } from "../../../domain/messages/inspect-order.ts";
import {
  listOrdersOfAll,
  sumOrdersOfAll,
  type OperatorOrder,
  type OrdersFilter,
} from "../../../domain/orders/lists/queries.ts";
import { refund, refundable } from "../../../domain/orders/refund.ts";
import { timelineOf } from "../../../domain/orders/timeline.ts";
import type { Queryable } from "../../../kit/db.ts";
import { formatMinor, moneyJson } from "../../../kit/money.ts";
import { actorOf, operators } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { expects, readOrderId, readTime } from "../../../http/parameters.ts";
import { orderParams, showHappening, showOrderSums } from "../routes/order.ts";
import {
  choice,
  countryText,
  digitsText,
  format,
  id,
  page,
  pageOf,
  period,
  periodOf,
  poolId,
  reason,
  sort,
  text,
} from "../schemas.ts";
import { timeOrNull } from "../show.ts";
import { sendCsv } from "../send-csv.ts";
import { showInboxMessage, showOperatorOrder } from "./show.ts";
import {
  inspectedOrder,
  operatorOrder,
  orderTotals,
  refunded,
  type InspectedOrder,
} from "../answers/operator/orders.ts";
import { answer, answerOrCsv } from "../answers/shapes.ts";

const statuses = "PLACING|FAILED|PENDING|RECEIVED|FINISHED|CANCELLED|EXPIRED";
const csvPage = 1000;
const ordersQuery = Type.Object({
  limit: page.limit,
  before: Type.Optional(
    Type.String({
      pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,12}Z\\|[0-9]{1,10}$",
      ...expects("be the cursor of the last row"),
    }),
  ),
  q: Type.Optional(digitsText),
  status: Type.Optional(
    Type.String({
      pattern: `^(${statuses})(,(${statuses}))*$`,
      ...expects("be one or several statuses, separated by commas"),
    }),
  ),
  mode: Type.Optional(choice(["live", "test"])),
  account: Type.Optional(id),
  service: Type.Optional(text(1, 64)),
  country: Type.Optional(countryText),
  pool: Type.Optional(poolId),
  supplier: Type.Optional(text(1, 64)),
  ...period,
  sort,
  format,
});

export const everyOrder: OrdersFilter = {
  q: null,
  status: null,
  mode: null,
  accountId: null,
  number: null,
  service: null,
  country: null,
  poolId: null,
  supplier: null,
  from: null,
  to: null,
  before: null,
};
const config = { who: operators };

/** Orders of all accounts. */
export function orderRoutes(app: Routes, deps: DashboardDeps): void {
  app.get(
    "/operator/orders",
    {
      config: { ...config, compress: true },
      schema: { querystring: ordersQuery, response: answerOrCsv(Type.Array(operatorOrder)) },
    },
    async (request, reply) => {
      const filter = readFilter(request.query);
      if (request.query.format === "csv") return sendCsv(reply, "orders.csv", csvOf(deps.db, filter));
      const { limit } = pageOf({ limit: request.query.limit });
      return ok((await listOrdersOfAll(deps.db, filter, limit)).map(showOperatorOrder));
    },
  );

  app.get(
    "/operator/orders/totals",
    { config, schema: { querystring: ordersQuery, response: answer(orderTotals) } },
    async (request) => ok(showOrderSums(await sumOrdersOfAll(deps.db, readFilter(request.query)))),
  );

  app.get(
    "/operator/orders/:order_id",
    {
      config,
      schema: {
        params: orderParams,
        querystring: Type.Object({ reveal: Type.Optional(choice(["1"])) }),
        response: answer(inspectedOrder),
      },
    },
    async (request) => {
      const looker = request.query.reveal ? { sealer: deps.sealer, actor: actorOf(request) } : null;
      const found = await inspectOrder(deps, { orderId: readOrderId(request.params.order_id), looker });
      return ok(show(found));
    },
  );
}

/** Gives back what an order has charged. */
export function refundRoute(app: Routes, deps: DashboardDeps): void {
  app.post(
    "/operator/orders/:order_id/refund",
    { config, schema: { params: orderParams, body: Type.Object({ reason }), response: answer(refunded) } },
    async (request) => {
      const input = { orderId: readOrderId(request.params.order_id), ...request.body };
      return ok({ refunded: moneyJson(await refund(deps, { ...input, actor: actorOf(request) })) });
    },
  );
}

function readFilter(query: Static<typeof ordersQuery>): OrdersFilter {
  const { q, status, before } = query;
  return {
    ...everyOrder,
    q: q?.replace(/[+ ]/g, "") ?? null,
    status: status?.split(",") ?? null,
    mode: query.mode ?? null,
    accountId: query.account ?? null,
    service: query.service?.toLowerCase() ?? null,
    country: query.country === undefined ? null : readCountryCode(query.country),
    poolId: query.pool ?? null,
    supplier: query.supplier ?? null,
    ...periodOf(query),
    before: before === undefined ? null : readCursor(before),
    ...(query.sort ? { sort: query.sort } : {}),
  };
}

/** Read page by page, so that any number of orders takes little memory. */
async function* csvOf(db: Queryable, filter: OrdersFilter): AsyncGenerator<unknown[]> {
  yield csvColumns;
  for (let { before } = filter; ;) {
    const orders = await listOrdersOfAll(db, { ...filter, before }, csvPage);
    for (const order of orders) yield cellsOf(order);
    if (orders.length < csvPage) return;
    before = orders.at(-1) ?? null;
  }
}

const csvColumns =
  "order_id,customer,mode,service,country,provider,pool,supplier,number,status,price,cost,created_at,closed_at,messages".split(
    ",",
  );

const cellsOf = (order: OperatorOrder): unknown[] => [
  order.orderId,
  order.username,
  order.mode,
  order.service,
  order.country,
  order.provider,
  order.pool,
  order.supplier,
  order.number,
  order.status,
  formatMinor(order.priceMinor),
  formatMinor(order.costMinor),
  order.createdAt.toISOString(),
  order.closedAt?.toISOString(),
  order.messageCount,
];

function readCursor(text: string): OrdersFilter["before"] {
  const [time = "", id = ""] = text.split("|");
  return { createdAt: readTime("before", time), orderId: readOrderId(id) };
}

function show({
  order,
  username,
  wallet,
  postings,
  messages,
  omitted,
  serviceName,
  poolName,
}: Awaited<ReturnType<typeof inspectOrder>>): InspectedOrder {
  return {
    username,
    account_id: wallet.accountId,
    mode: wallet.mode,
    order: {
      order_id: String(order.orderId),
      service: order.service,
      service_name: serviceName,
      country: order.country,
      provider: order.provider,
      pool_id: order.poolId,
      pool: poolName,
      supplier: order.supplier,
      number: order.number,
      status: order.status,
      price: moneyJson(order.priceMinor),
      cost: moneyJson(order.costMinor),
      created_at: order.createdAt.toISOString(),
      expires_at: order.expiresAt.toISOString(),
      closed_at: timeOrNull(order.closedAt),
      report_reason: order.reportReason,
      key_id: order.keyId,
      refundable: moneyJson(refundable(postings)),
    },
    timeline: timelineOf(order, postings, messages).map(showHappening),
    messages_omitted: omitted,
    messages: messages.map((message) =>
      showInboxMessage({ ...message, number: order.number ?? "", orderId: order.orderId }),
    ),
  };
}
