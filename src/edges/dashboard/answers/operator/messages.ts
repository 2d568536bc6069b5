import { Type, type Static } from "typebox";
import { id, shape, text, textOrNull, time } from "../shapes.ts";

export const message = shape({
  id,
  number: text,
  sender: text,
  state: text,
  reason: textOrNull,
  service: textOrNull,
  service_name: Type.Optional(textOrNull),
  source: text,
  order_id: textOrNull,
  received_at: time,
  /** Parts of it are missing. */
  incomplete: Type.Optional(Type.Boolean()),
  /** Only if it was revealed; null once erased. */
  text: Type.Optional(textOrNull),
  code: Type.Optional(textOrNull),
});
export type OperatorMessage = Static<typeof message>;

export const assigned = shape({ id, order_id: text, state: text });
export type Assigned = Static<typeof assigned>;
