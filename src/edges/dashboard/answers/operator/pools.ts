import { Type, type Static } from "typebox";
import { count, id, mode, money, moneyOrNull, shape, text, textOrNull, time, timeOrNull } from "../shapes.ts";

export const pool = shape({
  id,
  name: text,
  mode,
  provider: text,
  supplier: text,
  price: money,
  /** The cost of a number that received a code. */
  cost: money,
  late_messages: text,
  numbers: count,
  overrides: count,
  created_at: time,
  retired_at: timeOrNull,
});
export type Pool = Static<typeof pool>;

export const price = shape({
  country: textOrNull,
  service: textOrNull,
  price: money,
  /** Null: the pool's cost. */
  cost: moneyOrNull,
});
export type Price = Static<typeof price>;

/** A price file as read, with its errors. */
export const checkedPrices = shape({
  prices: Type.Array(price),
  faults: Type.Array(shape({ line: count, field: text, message: text })),
});
export type CheckedPrices = Static<typeof checkedPrices>;
