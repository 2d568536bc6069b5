import { Type, type Static } from "typebox";
import { count, id, nullable, oneOf, shape, text, textOrNull, timeOrNull } from "../shapes.ts";

export const line = shape({
  id,
  source: shape({ id, name: text }),
  /** Empty: the source as a whole. */
  name: text,
  state: oneOf(["up", "silent", "down", "unheard"]),
  heard_at: timeOrNull,
  down_since: timeOrNull,
  down_reason: textOrNull,
  /** The longest that it is usually silent; null while that is not known. */
  usual_gap_seconds: nullable(count),
  numbers: count,
  messages_hour: count,
  messages_day: count,
  /** From the network to us, of the last day's messages: on average, and the longest. */
  lag_seconds: nullable(Type.Number()),
  longest_lag_seconds: nullable(Type.Number()),
});
export type Line = Static<typeof line>;

export const lines = Type.Array(line);
