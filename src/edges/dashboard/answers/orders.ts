import { Type, type Static } from "typebox";
import { count, id, money, moneyOrNull, oneOf, shape, text, textOrNull, time, timeOrNull } from "./shapes.ts";

export const status = oneOf(["PLACING", "PENDING", "RECEIVED", "FINISHED", "CANCELLED", "EXPIRED", "FAILED"]);

export const happening = shape({ at: time, what: text, amount: moneyOrNull, note: textOrNull });
export type Happening = Static<typeof happening>;

const message = shape({
  id,
  text: textOrNull,
  code: textOrNull,
  sender: text,
  service: textOrNull,
  received_at: time,
  late: Type.Optional(Type.Boolean()),
  /** Parts of it are missing. */
  incomplete: Type.Optional(Type.Boolean()),
  /** Time from the rent to the message. */
  seconds: Type.Integer(),
});
export type Message = Static<typeof message>;

export const orderDetails = shape({
  order: shape({
    order_id: text,
    service: text,
    service_name: text,
    country: text,
    provider: text,
    pool: text,
    pool_name: text,
    number: text,
    status,
    price: money,
    created_at: time,
    expires_at: time,
    cancellable_at: time,
    closed_at: timeOrNull,
    report_reason: textOrNull,
    sms_code: textOrNull,
  }),
  timeline: Type.Array(happening),
  /** Another code was asked for, and none has come since. */
  awaits_another: Type.Boolean(),
  messages: Type.Array(message),
  /** How many older ones are left out. */
  messages_omitted: count,
  /** Codes and texts are only for members who may rent. */
  codes_hidden: Type.Boolean(),
});
export type OrderDetails = Static<typeof orderDetails>;
