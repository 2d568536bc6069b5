import { Type, type Static } from "typebox";
import { nullable, price, time } from "./shapes.ts";

export const statuses = ["PENDING", "RECEIVED", "FINISHED", "CANCELLED", "EXPIRED"] as const;

export const listedOrder = Type.Object({
  id: Type.Integer({ description: "The order's ordinal within the account." }),
  order_id: Type.String(),
  service: Type.String(),
  number: Type.String(),
  status: Type.Unsafe<(typeof statuses)[number]>({ type: "string", enum: [...statuses] }),
  price,
  country: Type.String(),
  provider: Type.String(),
  pool: Type.String(),
  sms_code: nullable(Type.String()),
  created_at: time,
  expires_at: time,
  duration: Type.String(),
});
export type ListedOrder = Static<typeof listedOrder>;

const rentedFields = {
  order_id: Type.String(),
  number: Type.String({ description: "Digits with country code.", examples: ["15550123456"] }),
  price,
  expiry: Type.String({ description: "End of the window, UTC.", examples: ["2024-02-06 12:30:00"] }),
  pool: Type.String(),
  country: Type.String(),
  service: Type.String(),
  provider: Type.String(),
  status: Type.String(),
  expires_at: time,
  cancellable_at: time,
};
/** The answer to a rent: the order, and with `quantity` all orders. */
export const rented = Type.Object({
  ...rentedFields,
  orders: Type.Optional(Type.Array(Type.Object(rentedFields))),
});
export type Rented = Static<typeof rented>;

export const ended = Type.Object({ order_id: Type.String(), status: Type.String() });

export const refunded = Type.Object({
  order_id: Type.String(),
  status: Type.String(),
  refund: price,
  balance: price,
});
export type Refunded = Static<typeof refunded>;
