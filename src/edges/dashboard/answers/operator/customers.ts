import { Type, type Static } from "typebox";
import { key } from "../keys.ts";
import { count, id, mode, money, nullable, shape, text, textOrNull, time, timeOrNull } from "../shapes.ts";
import { member } from "../team.ts";
import { operatorOrder } from "./orders.ts";
import { auditEntry } from "./system.ts";

export const customer = shape({
  id,
  username: text,
  email: textOrNull,
  currency: text,
  balance: money,
  held: money,
  orders: count,
  created_at: time,
  suspended_at: timeOrNull,
  closed_at: timeOrNull,
  /** Closed, with money left to pay out. */
  awaits_pay_out: Type.Boolean(),
});
export type Customer = Static<typeof customer>;

export const customerTotals = shape({ count, more: Type.Boolean(), balance: money, held: money });
export type CustomerTotals = Static<typeof customerTotals>;

/** Null: the limit in the settings. */
const maxOpenOrders = nullable(Type.Integer());

export const customerDetails = shape({
  account: customer,
  wallets: Type.Array(
    shape({
      mode,
      currency: text,
      balance: money,
      held: money,
      revenue: money,
      open_orders: count,
      low_balance: money,
      max_open_orders: maxOpenOrders,
      /** What applies if that is null: by the settings, and by the account's tier. */
      default_max_open_orders: Type.Integer(),
    }),
  ),
  members: Type.Array(member),
  keys: Type.Array(key),
  orders: Type.Array(operatorOrder),
  actions: Type.Array(auditEntry),
});
export type CustomerDetails = Static<typeof customerDetails>;

/** The owner's first password is shown only once. */
export const createdCustomer = shape({ id, username: text, password: text });
export type CreatedCustomer = Static<typeof createdCustomer>;

export const credited = shape({ balance: money, held: money });
export type Credited = Static<typeof credited>;

export const payOut = shape({ to: text });
export type PayOut = Static<typeof payOut>;

export const orderLimit = shape({ mode, max_open_orders: maxOpenOrders });

export const suspended = shape({ suspended_at: time });
