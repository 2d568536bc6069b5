import { Type } from "typebox";
import { readCountryCode } from "../../../domain/catalog/country-code.ts";
import { sumOrders, type OrderSums } from "../../../domain/orders/lists/queries.ts";
import { readOrder, type OrderDetails } from "../../../domain/messages/read-order.ts";
import { readsCodes } from "../../../domain/members/member.ts";
import type { Happening } from "../../../domain/orders/timeline.ts";
import { readOrderId } from "../../../http/parameters.ts";
import { moneyJson } from "../../../kit/money.ts";
import { accountOf, everyRole, walletOf } from "../access.ts";
import type { Routes } from "../../../http/routes.ts";
import { ok } from "../../../http/ok.ts";
import type { DashboardDeps } from "../dashboard.ts";
import { countryText, digitsText, orderIdText, period, periodOf, sort, text } from "../schemas.ts";
import { orderTotals, type OrderTotals } from "../answers/operator/orders.ts";
import { moneyOrNull, showCount, timeOrNull } from "../show.ts";
import {
  orderDetails,
  type Happening as ShownHappening,
  type OrderDetails as ShownOrder,
} from "../answers/orders.ts";
import { answer } from "../answers/shapes.ts";

export const orderParams = Type.Object({ order_id: orderIdText });

const totalsQuery = Type.Object({
  ...period,
  sort, // Of the list; the totals do not depend on it.
  q: Type.Optional(digitsText),
  status: Type.Optional(text(1, 200)),
  service: Type.Optional(text(1, 64)),
  country: Type.Optional(countryText),
});

/** One order with its timeline, and the totals of a list; lists are the documented API's (`/orders`). */
export function orderRoute(app: Routes, deps: DashboardDeps): void {
  app.get(
    "/orders/totals",
    { config: { who: everyRole }, schema: { querystring: totalsQuery, response: answer(orderTotals) } },
    async (request, reply) => {
      const { q, status, service, country } = request.query;
      const filter = {
        walletId: walletOf(request).id,
        lastSeq: null,
        status: status?.split(",") ?? null,
        service: service?.toLowerCase() ?? null,
        country: country === undefined ? null : readCountryCode(country),
        q: q?.replace(/[+ ]/g, "") ?? null,
        ...periodOf(request.query),
      };
      const db = deps.openLongAnswer(reply, accountOf(request).id, "list");
      return ok(showOrderSums(await sumOrders(db, filter)));
    },
  );

  app.get(
    "/orders/:order_id",
    { config: { who: everyRole }, schema: { params: orderParams, response: answer(orderDetails) } },
    async (request) => {
      const orderId = readOrderId(request.params.order_id);
      const withCodes = readsCodes(request.signed.role);
      const found = await readOrder(deps, { walletId: walletOf(request).id, orderId, withCodes });
      return ok({ ...show(found), codes_hidden: !withCodes });
    },
  );
}

export const showOrderSums = ({ count, delivered, chargedMinor }: OrderSums): OrderTotals => ({
  ...showCount(count),
  delivered,
  charged: moneyJson(chargedMinor),
});

const show = ({
  order,
  serviceName,
  poolName,
  code,
  awaitsAnother,
  timeline,
  messages,
  omitted,
}: OrderDetails): Omit<ShownOrder, "codes_hidden"> => ({
  order: {
    order_id: String(order.orderId),
    service: order.service,
    service_name: serviceName,
    country: order.country,
    provider: order.provider,
    pool: String(order.poolId),
    pool_name: poolName,
    number: order.number as string, // Every order that its renter can see has one.
    status: order.status,
    price: moneyJson(order.priceMinor),
    created_at: order.createdAt.toISOString(),
    expires_at: order.expiresAt.toISOString(),
    cancellable_at: order.cancellableAt.toISOString(),
    closed_at: timeOrNull(order.closedAt),
    report_reason: order.reportReason,
    sms_code: code,
  },
  timeline: timeline.map(showHappening),
  awaits_another: awaitsAnother,
  messages_omitted: omitted,
  messages: messages.map(({ id, text, code: found, sender, service, receivedAt, late, incomplete }) => ({
    id,
    text,
    code: found,
    sender,
    service,
    received_at: receivedAt.toISOString(),
    ...(late ? { late } : {}),
    ...(incomplete ? { incomplete } : {}),
    seconds: Math.round((receivedAt.getTime() - order.createdAt.getTime()) / 1000),
  })),
});

export const showHappening = ({ at, what, amountMinor, note }: Happening): ShownHappening => ({
  at: at.toISOString(),
  what,
  amount: moneyOrNull(amountMinor),
  note,
});
