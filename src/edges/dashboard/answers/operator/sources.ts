import { Type, type Static } from "typebox";
import { count, id, nullable, oneOf, shape, text, textOrNull, time, timeOrNull } from "../shapes.ts";

export const source = shape({
  id,
  kind: text,
  name: text,
  created_at: time,
  retired_at: timeOrNull,
  last_message_at: timeOrNull,
  messages_today: count,
  unmatched_today: count,
  /** The last call that could not be used, and why. */
  fault: nullable(shape({ text, at: time })),
  /** Of a link that the server opens and holds; null if the source calls the server. */
  link: nullable(shape({ bound_since: timeOrNull, last_error: textOrNull, last_error_at: timeOrNull })),
});
export type Source = Static<typeof source>;

/** One thing that may be set for a new source (domain/sources/kind.ts). */
const kindOption = shape({
  name: text,
  label: text,
  help: text,
  type: oneOf(["text", "number", "choice", "country", "secrets", "numbers"]),
  choices: Type.Array(text),
  default: textOrNull,
  required: Type.Boolean(),
  seldom: Type.Boolean(),
});
export type KindOption = Static<typeof kindOption>;

export const sources = shape({
  kinds: Type.Array(shape({ kind: text, about: text, options: Type.Array(kindOption) })),
  sources: Type.Array(source),
});
export type Sources = Static<typeof sources>;

/** What to configure at the source's other end, shown only once; `secret` is null if the other end already has it. */
const toTell = { id, url: text, secret: textOrNull, steps: Type.Array(text), curl: textOrNull };
export const newSource = shape({ ...toTell, kind: text, name: text });
export type NewSource = Static<typeof newSource>;
export const renewedSource = shape(toTell);
export type RenewedSource = Static<typeof renewedSource>;

/** How to set up the other end of a source that exists; `url` without its secret end. */
export const guide = shape({ id, kind: text, name: text, url: text, steps: Type.Array(text) });
export type Guide = Static<typeof guide>;

export const retiredSource = shape({ id, retired_at: time });

export const testReceipt = shape({ receipt: oneOf(["delivered", "late", "unmatched", "duplicate", "part"]) });
export type TestReceipt = Static<typeof testReceipt>;
