import { Type, type Static } from "typebox";
import { happening, status } from "../orders.ts";
import { count, id, mode, money, nullable, shape, text, textOrNull, time, timeOrNull } from "../shapes.ts";
import { message } from "./messages.ts";

export const operatorOrder = shape({
  /** The order's ordinal within its account. */
  id,
  order_id: text,
  account_id: id,
  username: text,
  mode,
  service: text,
  service_name: text,
  country: text,
  provider: text,
  pool_id: id,
  pool: text,
  number: textOrNull,
  status,
  price: money,
  cost: money,
  supplier: text,
  created_at: time,
  expires_at: time,
  closed_at: timeOrNull,
  messages: count,
  /** Cursor of the next page, for `before`. */
  cursor: text,
});
export type OperatorOrder = Static<typeof operatorOrder>;

export const inspectedOrder = shape({
  username: text,
  account_id: id,
  mode,
  order: shape({
    order_id: text,
    service: text,
    service_name: text,
    country: text,
    provider: text,
    pool_id: id,
    pool: text,
    supplier: text,
    number: textOrNull,
    status,
    price: money,
    cost: money,
    created_at: time,
    expires_at: time,
    closed_at: timeOrNull,
    report_reason: textOrNull,
    key_id: nullable(id),
    /** What it has charged and not given back. */
    refundable: money,
  }),
  timeline: Type.Array(happening),
  messages: Type.Array(message),
  /** How many older ones are left out. */
  messages_omitted: count,
});
/** Of orders: how many there are, with a message, and what those cost; `more`: more than were counted. */
export const orderTotals = shape({ count, more: Type.Boolean(), delivered: count, charged: money });
export type OrderTotals = Static<typeof orderTotals>;

export const refunded = shape({ refunded: money });
export type Refunded = Static<typeof refunded>;

export type InspectedOrder = Static<typeof inspectedOrder>;
