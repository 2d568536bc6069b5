import { Type, type Static } from "typebox";
import { count, id, money, moneyOrNull, shape, text, textOrNull, time } from "./shapes.ts";

export const wallet = shape({ balance: money, held: money, currency: text, low_balance: money });
export type Wallet = Static<typeof wallet>;

export const statementLine = shape({
  seq: id,
  time,
  kind: text,
  order_id: textOrNull,
  in: moneyOrNull,
  out: moneyOrNull,
  /** The amount moved, even if the spendable balance did not change. */
  amount: money,
  balance_after: money,
  reason: textOrNull,
  /** The payment's reference in the other system. */
  reference: textOrNull,
});
export type StatementLine = Static<typeof statementLine>;

export const statementTotals = shape({ count, in: money, out: money });
export type StatementTotals = Static<typeof statementTotals>;

export const spending = shape({
  total: money,
  services: Type.Array(shape({ service: text, name: text, spent: money, orders: count })),
  days: Type.Array(shape({ day: text, spent: money, orders: count })),
});
export type Spending = Static<typeof spending>;

export const topUp = shape({ instructions: text });
export type TopUp = Static<typeof topUp>;
