import { Type, type Static } from "typebox";
import { nullable, price, time } from "./shapes.ts";

export const message = Type.Object(
  {
    text: nullable(Type.String(), "Null once its retention is over."),
    code: nullable(Type.String(), "As written in the text; null when there is none."),
    sender: Type.String(),
    service: nullable(Type.String(), "What the text says it is from."),
    received_at: time,
    late: Type.Optional(Type.Boolean({ description: "It came after the order had ended." })),
    incomplete: Type.Optional(
      Type.Boolean({
        description:
          "A long message of which parts are missing. They may still come; `order.updated` then says so.",
      }),
    ),
  },
  { title: "Message" },
);
export type Message = Static<typeof message>;

export const sms = Type.Object(
  {
    order_id: Type.String(),
    sms_code: nullable(Type.String(), "The newest code, as written in the message."),
    status: Type.Unsafe<string>({
      title: "SmsStatus",
      type: "string",
      enum: ["PENDING", "RECEIVED", "CANCELLED", "EXPIRED"],
    }),
    sms_text: nullable(Type.String()),
    messages: Type.Array(message, {
      description: "Oldest first; of many the newest, 64 KB of text at most.",
    }),
    messages_omitted: Type.Optional(Type.Integer({ description: "How many older ones are left out." })),
    expires_at: time,
  },
  { title: "Sms" },
);
export type Sms = Static<typeof sms>;

const eventTypes = [
  "order.received",
  "order.updated",
  "order.expired",
  "order.cancelled",
  "order.finished",
  "wallet.low",
];

/** An event of the stream. Members who may not read codes only learn that something arrived. */
export const event = Type.Object(
  {
    type: Type.Unsafe<string>({ title: "EventType", type: "string", enum: eventTypes }),
    created_at: time,
    order_id: Type.Optional(Type.String()),
    service: Type.Optional(nullable(Type.String())),
    number: Type.Optional(nullable(Type.String())),
    sms_code: Type.Optional(nullable(Type.String())),
    message: Type.Optional(nullable(message)),
    balance: Type.Optional(price),
  },
  { title: "AccountEvent" },
);
export type AccountEvent = Static<typeof event>;
