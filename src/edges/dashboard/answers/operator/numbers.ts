import { Type, type Static } from "typebox";
import { count, id, oneOf, shape, text, textOrNull, time, timeOrNull } from "../shapes.ts";
import { message } from "./messages.ts";
import { operatorOrder } from "./orders.ts";

export const inventoryNumber = shape({
  id,
  number: text,
  pool_id: id,
  pool: text,
  country: text,
  area_code: textOrNull,
  line_type: textOrNull,
  state: oneOf(["free", "rented", "resting", "retired"]),
  rented_for: Type.Array(text),
  /** By whole families, each named by its first service. */
  resting_for: Type.Array(shape({ services: Type.Array(text), until: time })),
  created_at: time,
  retired_at: timeOrNull,
  last_message_at: timeOrNull,
});
export type InventoryNumber = Static<typeof inventoryNumber>;

export const numberHistory = shape({
  number: inventoryNumber,
  orders: Type.Array(operatorOrder),
  /** Without texts: those are only shown where viewing is recorded. */
  messages: Type.Array(message),
});
export type NumberHistory = Static<typeof numberHistory>;

export const retired = shape({ id, retired_at: timeOrNull });

const remark = shape({ line: count, number: text, reason: text });
export type ImportRemark = Static<typeof remark>;

export const importReport = shape({
  read: count,
  /** Empty lines. */
  empty: count,
  added: count,
  dry_run: Type.Boolean(),
  /** How many remarks are not listed. */
  more: count,
  duplicates: Type.Array(remark),
  rejected: Type.Array(remark),
});
export type ImportReport = Static<typeof importReport>;
