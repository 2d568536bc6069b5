import { Type, type Static } from "typebox";
import { count, shape, text, timeOrNull } from "../shapes.ts";

export const activity = shape({
  name: text,
  purpose: text,
  /** The basis in law that usually fits. */
  basis: text,
  people: text,
  data: text,
  recipients: text,
  kept: text,
  tables: Type.Array(shape({ table: text, columns: Type.Array(text) })),
});
export type Activity = Static<typeof activity>;

export const retained = shape({
  kind: text,
  what: text,
  rule: text,
  /** How many are due within a day; `more`: there are more than were counted. */
  due: count,
  more: Type.Boolean(),
  first_due_at: timeOrNull,
});
export type Retained = Static<typeof retained>;

export const erasure = shape({ day: Type.String({ format: "date" }), kind: text, erased: count });
export type Erasure = Static<typeof erasure>;
