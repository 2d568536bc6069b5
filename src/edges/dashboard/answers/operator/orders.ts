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
    country: text,
    provider: text,
    pool_id: id,
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
  }),
  timeline: Type.Array(happening),
  messages: Type.Array(message),
  /** How many older ones are left out. */
  messages_omitted: count,
});
export type InspectedOrder = Static<typeof inspectedOrder>;
