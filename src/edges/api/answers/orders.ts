import { Type, type Static } from "typebox";
import { nullable, price, shownProvider as provider, time } from "./shapes.ts";

export const statuses = ["PENDING", "RECEIVED", "FINISHED", "CANCELLED", "EXPIRED"] as const;

export const status = Type.Unsafe<(typeof statuses)[number]>({
  title: "OrderStatus",
  type: "string",
  enum: [...statuses],
});

export const listedOrder = Type.Object(
  {
    id: Type.Integer({ description: "The order's ordinal within the account." }),
    order_id: Type.String(),
    service: Type.String(),
    number: Type.String(),
    status,
    price,
    country: Type.String(),
    provider,
    pool: Type.String(),
    sms_code: nullable(Type.String()),
    created_at: time,
    expires_at: time,
    duration: Type.String(),
  },
  { title: "Order" },
);
export type ListedOrder = Static<typeof listedOrder>;

const rentedFields = {
  order_id: Type.String(),
  number: Type.String({ description: "Digits with country code.", examples: ["15550123456"] }),
  price,
  expiry: Type.String({ description: "End of the window, UTC.", examples: ["2024-02-06 12:30:00"] }),
  pool: Type.String(),
  country: Type.String(),
  service: Type.String(),
  provider,
  status,
  expires_at: time,
  cancellable_at: time,
};
/** The answer to a rent: the order, or all orders if `quantity` was given. */
export const rented = Type.Object(
  {
    ...rentedFields,
    orders: Type.Optional(Type.Array(Type.Object(rentedFields, { title: "RentedOrder" }))),
  },
  { title: "Rented" },
);
export type Rented = Static<typeof rented>;

export const ended = Type.Object({ order_id: Type.String(), status }, { title: "EndedOrder" });
export type Ended = Static<typeof ended>;

export const refunded = Type.Object(
  {
    order_id: Type.String(),
    status,
    refund: price,
    balance: price,
  },
  { title: "RefundedOrder" },
);
export type Refunded = Static<typeof refunded>;
